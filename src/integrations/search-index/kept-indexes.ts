import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openFileDigests } from '../../build/file-digests.ts';
import { digestOf } from './index-file.ts';
import { BODY, failOn, type IndexEntry, readEntryText, toFile } from './index-entries.ts';

const CODE = ['package-lock.json', ...listCode('src/integrations/search-index')];

function listCode(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .toSorted()
        .map((name) => `${folder}/${name}`)
    : [];
}

const readCode = () => CODE.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));

/** A digest of all that an index is made of: its entries with their texts, and the code that indexes them. */
export function digestEntries(site: string, entries: readonly IndexEntry[]): string {
  const faults: string[] = [];
  const parts = entries.flatMap(({ address, text, meta, filters }) => {
    const read = readEntryText(site, { address, text, meta, filters });
    if ('fault' in read) faults.push(read.fault);
    return ['fault' in read ? '' : read.content, JSON.stringify([address, meta, filters])];
  });
  failOn(faults);
  return digestOf(BODY, ...readCode(), ...parts);
}

/**
 * A digest of entries by the pages whole that hold their texts, none of which is read if the build knows its digest. What has the same has the
 * same texts; what has another may have them too, for more stands on a page than is indexed.
 */
export function openPageDigests(site: string): (entries: readonly IndexEntry[]) => string {
  const digestFile = openFileDigests(site);
  const code = readCode();
  // A page that is missing is told by what reads it.
  const digestPage = (file: string) => (existsSync(join(site, file)) ? digestFile(file).sha256 : '');
  return (entries) =>
    digestOf(
      ...code,
      ...entries.flatMap(({ address, text, meta, filters }) => [
        JSON.stringify([address, meta, filters]),
        'content' in text ? text.content : digestPage(toFile(text.page)),
      ]),
    );
}

/** Which folder was last made of which pages, so that of most shards no text need be read. */
export interface KnownFolders {
  find: (pages: string) => string | undefined;
  note: (pages: string, folder: string) => void;
  /** Keeps what was noted or found since, for the next build. */
  save: () => void;
}

const KNOWN = 'known.json';

export function openKnownFolders(kept: string): KnownFolders {
  const path = join(kept, KNOWN);
  const before: Record<string, string> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  const now: Record<string, string> = {};
  const note = (pages: string, folder: string) => void (now[pages] = basename(folder));
  return {
    find(pages) {
      const name = before[pages];
      const folder = name === undefined ? undefined : join(kept, name);
      if (folder === undefined || !existsSync(folder)) return undefined;
      utimesSync(folder, new Date(), new Date());
      note(pages, folder);
      return folder;
    },
    note,
    save() {
      writeFileSync(`${path}.partial`, JSON.stringify(now));
      renameSync(`${path}.partial`, path);
    },
  };
}

/**
 * The folder with what was made of these inputs, made now by `make` where no build made it before. A folder is complete
 * whenever it has its name, also after a build that was killed.
 */
export async function keep(
  kept: string,
  digest: string,
  make: (folder: string) => Promise<void> | void,
): Promise<{ folder: string; made: boolean }> {
  const folder = join(kept, digest.slice(0, 32));
  if (existsSync(folder)) {
    utimesSync(folder, new Date(), new Date());
    return { folder, made: false };
  }
  const partial = `${folder}.${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  await make(partial);
  renameSync(partial, folder);
  return { folder, made: true };
}

/** Removes what has been used least lately, and what killed builds left. */
export function forget(kept: string, most: number): void {
  const names = readdirSync(kept).filter((name) => name !== KNOWN);
  const folders = names.map((name) => ({
    path: join(kept, name),
    whole: !name.includes('.'),
    used: statSync(join(kept, name)).mtimeMs,
  }));
  const old = folders
    .filter(({ whole }) => whole)
    .toSorted((a, b) => b.used - a.used)
    .slice(most);
  for (const { path } of [...old, ...folders.filter(({ whole }) => !whole)]) rmSync(path, { recursive: true, force: true });
}
