import { type EditionManifest, type FileSum, MANIFEST } from './edition.ts';
import { fetchFile } from './fetch-file.ts';
import { dropEdition, type Edition, listEditionIds, listEditions, openEdition, toCacheName } from './held-editions.ts';
import { dropOutdated, forgetVisited, listPaths, renewKept } from './held-pages.ts';
import { urlOf } from './root.ts';

const AT_ONCE = 8;

/** Removes what an installation that was cut short has left. */
async function dropRemains(): Promise<void> {
  for (const id of await listEditionIds()) if (!(await openEdition(id))) await dropEdition(id);
}

export const listWithdrawn = (earlier: readonly Edition[], { withdrawn }: EditionManifest): string[] =>
  withdrawn.filter((address) => earlier.some(({ manifest }) => !manifest.withdrawn.includes(address)));

/**
 * Takes out of earlier editions whatever is not in the new one in the same words. Of what was withdrawn nothing says where else it
 * stood: on a list, in the index of the search. This comes before anything is fetched, so that a full store cannot prevent it.
 */
async function purge(earlier: readonly Edition[], edition: Edition): Promise<void> {
  for (const { cache, manifest } of earlier) {
    for (const path of await listPaths(cache)) {
      if (path !== MANIFEST && edition.manifest.files[path]?.[0] !== manifest.files[path]?.[0]) await cache.delete(urlOf(path));
      else if (path !== MANIFEST && !manifest.files[path]) await cache.delete(urlOf(path));
    }
  }
  await dropOutdated(edition);
}

async function storeFile({ cache }: Edition, path: string, sum: FileSum, earlier: readonly Edition[], signal: AbortSignal) {
  signal.throwIfAborted();
  const same = earlier.find(({ manifest }) => manifest.files[path]?.[0] === sum[0]);
  const file = (await same?.cache.match(urlOf(path))) ?? (await fetchFile(path, sum, signal));
  signal.throwIfAborted();
  await cache.put(urlOf(path), file);
}

/** Fetches what the edition holds from the start, or copies it from an earlier edition. Rejects at the first file that is not right. */
async function storeFiles(edition: Edition, earlier: readonly Edition[]): Promise<void> {
  const stop = new AbortController();
  const files = Object.entries(edition.manifest.files).values();
  const storeNext = async () => {
    for (const [path, sum] of files) await storeFile(edition, path, sum, earlier, stop.signal);
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, storeNext));
  } catch (error) {
    stop.abort();
    throw error;
  }
}

/** Holds an edition whole, or rejects and leaves nothing of it. `id` is the digest of its manifest. */
export async function installEdition(id: string, bytes: number): Promise<void> {
  await dropRemains();
  if (await openEdition(id)) return;
  const written = await fetchFile(MANIFEST, [id, bytes]);
  const manifest: EditionManifest = await written.clone().json();
  const earlier = await listEditions();
  const edition: Edition = { id, manifest, cache: await caches.open(toCacheName(id)) };
  try {
    if (listWithdrawn(earlier, manifest).length > 0) await purge(earlier, edition);
    await storeFiles(edition, earlier);
    if (manifest.whole) await forgetVisited();
    else {
      await renewKept(edition);
      await dropOutdated(edition);
    }
    await edition.cache.put(urlOf(MANIFEST), written);
  } catch (error) {
    await dropEdition(id);
    throw error;
  }
}
