/** Takes the place of a worker that must go: removes whatever workers of this site hold, and then itself. */
import { PREFIX } from './root.ts';

declare const self: ServiceWorkerGlobalScope;

async function stepDown(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.map((name) => caches.delete(name)));
  await self.clients.claim();
  await self.registration.unregister();
  // Only where something was held: a page that is loaded again registers the worker again.
  if (names.length > 0) for (const page of await self.clients.matchAll({ type: 'window' })) void page.navigate(page.url);
}

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(stepDown()));
