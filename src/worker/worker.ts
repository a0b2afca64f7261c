/**
 * The service worker. It holds one edition of the site whole, asks the site for every page while there is a connection, and answers
 * from what it holds where the site does not. docs/offline.md says what it promises.
 */
import { answerPage } from './answer-page.ts';
import { answerPart } from './answer-part.ts';
import { answerQuestion } from './answer-question.ts';
import { dropEarlier, enforceEdition } from './enforce-edition.ts';
import { type Edition, openEdition } from './held-editions.ts';
import { installEdition } from './install-edition.ts';
import type { Question } from './messages.ts';
import { noteAnswer } from './origins.ts';
import { pathOf } from './root.ts';

declare const self: ServiceWorkerGlobalScope;
/** The digest and the size of the manifest, which the build writes here. */
declare const EDITION: readonly [id: string, bytes: number];

/** The edition of this worker. One that has lost its edition steps down, so that the next visit begins anew. */
async function openOwn(): Promise<Edition | undefined> {
  const edition = await openEdition(EDITION[0]);
  if (!edition) await self.registration.unregister();
  return edition;
}

async function answer(event: FetchEvent, path: string): Promise<Response> {
  const edition = await openOwn();
  if (!edition) return fetch(event.request);
  if (event.request.mode !== 'navigate') return answerPart(event, edition, path);
  event.waitUntil(dropEarlier(edition));
  return answerPage(event, edition, path);
}

self.addEventListener('install', (event) => {
  event.waitUntil(installEdition(...EDITION).then(() => Promise.all([noteAnswer(), self.skipWaiting()])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(openOwn().then((edition) => edition && enforceEdition(edition)));
});

self.addEventListener('fetch', (event) => {
  const path = pathOf(event.request.url);
  if (path === undefined || event.request.method !== 'GET') return;
  // A fault of this worker must be no more than a page without it.
  event.respondWith(answer(event, path).catch(() => fetch(event.request)));
});

self.addEventListener('message', (event) => {
  const [port] = event.ports;
  if (!port || !(event.source instanceof Client)) return;
  const question: Question = event.data;
  const { id } = event.source;
  const reply = async () => {
    const edition = await openOwn();
    if (edition) port.postMessage(await answerQuestion(edition, question, id));
  };
  event.waitUntil(reply());
});
