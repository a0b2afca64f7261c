import { type EditionManifest, type FileSum, type FileSums, listOf, MANIFEST, toListPath } from './edition.ts';
import { fetchFile } from './fetch-file.ts';
import { PREFIX, urlOf } from './root.ts';

/** An edition and the cache that holds it. */
export interface Edition {
  id: string;
  cache: Cache;
  manifest: EditionManifest;
}

const EDITION = `${PREFIX}edition `;
const opened = new Map<string, Edition>();

export const toCacheName = (id: string): string => EDITION + id;

/** The ids of the editions of which there is a cache, whole or not. */
export const listEditionIds = async (): Promise<string[]> =>
  (await caches.keys()).filter((name) => name.startsWith(EDITION)).map((name) => name.slice(EDITION.length));

/** Opens an edition; undefined where it is not held whole. Its manifest is stored last, so where that stands, all stands. */
export async function openEdition(id: string): Promise<Edition | undefined> {
  const known = opened.get(id);
  if (known) return known;
  if (!(await caches.has(toCacheName(id)))) return undefined;
  const cache = await caches.open(toCacheName(id));
  const written = await cache.match(urlOf(MANIFEST));
  if (!written) return undefined;
  const edition: Edition = { id, cache, manifest: await written.json() };
  opened.set(id, edition);
  return edition;
}

export async function listEditions(): Promise<Edition[]> {
  const editions = await Promise.all((await listEditionIds()).map(openEdition));
  return editions.filter((edition) => edition !== undefined);
}

export async function dropEdition(id: string): Promise<void> {
  opened.delete(id);
  await caches.delete(toCacheName(id));
}

async function openList({ cache, manifest }: Edition, list: number): Promise<FileSums> {
  const sum = manifest.lists[list];
  if (!sum) return {};
  const path = toListPath(list);
  const held = await cache.match(urlOf(path));
  if (held) return held.json();
  const fetched = await fetchFile(path, sum);
  await cache.put(urlOf(path), fetched.clone());
  return fetched.json();
}

/** The sum of a file in an edition; undefined where the edition has no such file. Rejects where a list is needed and cannot be had. */
export async function findSum(edition: Edition, path: string): Promise<FileSum | undefined> {
  const { files, lists } = edition.manifest;
  if (Object.hasOwn(files, path)) return files[path];
  if (lists.length === 0) return undefined;
  const list = await openList(edition, listOf(path, lists.length));
  return Object.hasOwn(list, path) ? list[path] : undefined;
}
