import { dropEdition, type Edition, findSum, listEditions } from './held-editions.ts';
import { listWithdrawn } from './install-edition.ts';
import type { Published } from './messages.ts';
import { pathOf } from './root.ts';
import { readState, writeState } from './state.ts';

declare const self: ServiceWorkerGlobalScope;

const listPages = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });

/** Loads again a page whose words were withdrawn, and tells every other one what it is in the new edition. */
async function tellPage(page: WindowClient, edition: Edition, withdrawn: ReadonlySet<string>): Promise<void> {
  const path = pathOf(page.url);
  if (path === undefined) return;
  // Not awaited: the page would wait for this worker, and this worker is not active before it has told every page.
  if (withdrawn.has(path)) return void page.navigate(page.url).catch(() => undefined);
  const published: Published = { say: 'published', digest: (await findSum(edition, path))?.[0] };
  page.postMessage(published);
}

/** Puts an edition in force for every page. Earlier ones are kept while pages are open that may be made of them. */
export async function enforceEdition(edition: Edition): Promise<void> {
  await self.clients.claim();
  const earlier = (await listEditions()).filter(({ id }) => id !== edition.id);
  const pages = await listPages();
  await writeState('older', earlier.length > 0 ? pages.map(({ id }) => id) : []);
  await dropEarlier(edition);
  const withdrawn = new Set(listWithdrawn(earlier, edition.manifest).map((address) => address.split('#')[0] ?? ''));
  await Promise.allSettled(pages.map((page) => tellPage(page, edition, withdrawn)));
}

/** Drops earlier editions when no page is open any more that may be made of them. */
export async function dropEarlier(edition: Edition): Promise<void> {
  const earlier = (await listEditions()).filter(({ id }) => id !== edition.id);
  if (earlier.length === 0) return;
  const older = await readState('older');
  if ((await listPages()).some(({ id }) => older?.includes(id))) return;
  for (const { id } of earlier) await dropEdition(id);
}
