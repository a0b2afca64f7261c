/** The first 32 hex digits of the SHA-256 of a file, and its size. */
export type FileSum = readonly [digest: string, bytes: number];

export type FileSums = Readonly<Record<string, FileSum>>;

/** One edition of the site, as its build wrote it down. Paths begin below the root of the site, without a slash. */
export interface EditionManifest {
  /** The day up to which the record was brought, in words. */
  asOf: string;
  /** True where `files` is everything that can be read without a connection. */
  whole: boolean;
  /** What a device holds from the first visit on. */
  files: FileSums;
  /** Lists of all other files, each a JSON object like `files`; a path is in the list that `listOf` names. Empty where `whole`. */
  lists: readonly FileSum[];
  /** The digest of the search index, which the search page sends with every request for a part of it. */
  index: string;
  /** Addresses whose words were withdrawn, with their fragments. */
  withdrawn: readonly string[];
}

export const MANIFEST = 'offline/edition.json';
export const toListPath = (list: number): string => `offline/files-${list}.json`;

/** Which of the lists a path is in. */
export function listOf(path: string, lists: number): number {
  let sum = 0;
  for (let place = 0; place < path.length; place++) sum = (sum * 31 + path.charCodeAt(place)) % 4_294_967_291;
  return sum % lists;
}
