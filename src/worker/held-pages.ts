import { DIGEST, fetchFile } from './fetch-file.ts';
import { type Edition, findSum } from './held-editions.ts';
import type { KeptDecision } from './messages.ts';
import { pathOf, PREFIX, urlOf } from './root.ts';
import { readState, writeState } from './state.ts';

/** Visited files that are held at most; the ones not visited for longest go first. */
const VISITED = 600;

const openVisited = () => caches.open(`${PREFIX}visited`);
const openKept = () => caches.open(`${PREFIX}kept`);

export const listKept = async (): Promise<KeptDecision[]> => (await readState('kept')) ?? [];

export const listPaths = async (cache: Cache): Promise<string[]> => (await cache.keys()).flatMap(({ url }) => pathOf(url) ?? []);

export const listVisited = async (): Promise<string[]> => listPaths(await openVisited());

export const forgetVisited = (): Promise<boolean> => caches.delete(`${PREFIX}visited`);

/** A file as it is in an edition, where the device holds it. */
export async function findHeld(edition: Edition, path: string): Promise<Response | undefined> {
  const own = await edition.cache.match(urlOf(path));
  if (own || edition.manifest.whole) return own;
  // Without its list nothing says whether what is held is of this edition, so it is not shown as if it were.
  const sum = await findSum(edition, path).catch(() => undefined);
  if (!sum) return undefined;
  for (const cache of [await openKept(), await openVisited()]) {
    const held = await cache.match(urlOf(path));
    if (held?.headers.get(DIGEST) === sum[0]) return held;
  }
  return undefined;
}

/** Holds a file that was visited. Rejects where there is no room. */
export async function holdVisited(path: string, response: Response): Promise<void> {
  const cache = await openVisited();
  await cache.delete(urlOf(path));
  await cache.put(urlOf(path), response);
  const keys = await cache.keys();
  for (const key of keys.slice(0, Math.max(0, keys.length - VISITED))) await cache.delete(key);
}

/** Keeps a decision until the reader releases it. Rejects, with nothing kept, where a page cannot be had. */
export async function keep(edition: Edition, decision: KeptDecision): Promise<void> {
  const cache = await openKept();
  const others = (await listKept()).filter(({ paths }) => paths[0] !== decision.paths[0]);
  try {
    await Promise.all(
      decision.paths.map(async (path) => {
        const sum = await findSum(edition, path);
        if (sum) await cache.put(urlOf(path), (await findHeld(edition, path)) ?? (await fetchFile(path, sum)));
      }),
    );
  } catch (error) {
    await dropUnlisted(cache, await listKept());
    throw error;
  }
  await writeState('kept', [...others, decision]);
}

async function dropUnlisted(cache: Cache, kept: readonly KeptDecision[]): Promise<void> {
  const listed = new Set(kept.flatMap(({ paths }) => paths));
  for (const path of await listPaths(cache)) if (!listed.has(path)) await cache.delete(urlOf(path));
}

/** Gives up a decision that was kept. */
export async function release(path: string): Promise<void> {
  const kept = (await listKept()).filter(({ paths }) => paths[0] !== path);
  await writeState('kept', kept);
  await dropUnlisted(await openKept(), kept);
}

/** Takes away what was held and is not in an edition in the same words, or of which that cannot be found out. */
export async function dropOutdated(edition: Edition): Promise<void> {
  for (const cache of [await openKept(), await openVisited()]) {
    for (const path of await listPaths(cache)) {
      const sum = await findSum(edition, path).catch(() => undefined);
      const held = await cache.match(urlOf(path));
      if (held?.headers.get(DIGEST) !== sum?.[0]) await cache.delete(urlOf(path));
    }
  }
}

/** Brings every decision that is kept to an edition. Rejects where a page of it cannot be had. */
export async function renewKept(edition: Edition): Promise<void> {
  const cache = await openKept();
  for (const path of (await listKept()).flatMap(({ paths }) => paths)) {
    const sum = await findSum(edition, path);
    const held = await cache.match(urlOf(path));
    if (sum && held?.headers.get(DIGEST) !== sum[0]) await cache.put(urlOf(path), await fetchFile(path, sum));
  }
}
