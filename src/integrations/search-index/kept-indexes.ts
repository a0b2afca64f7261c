import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from './index-file.ts';
import { BODY, failOn, type IndexEntry, readEntryText } from './index-entries.ts';

const CODE = ['package-lock.json', ...listCode('src/integrations/search-index')];

function listCode(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .toSorted()
        .map((name) => `${folder}/${name}`)
    : [];
}

/** A digest of all that an index is made of: its entries with their texts, and the code that indexes them. */
export function digestEntries(site: string, entries: readonly IndexEntry[]): string {
  const faults: string[] = [];
  const parts = entries.flatMap(({ address, text, meta, filters }) => {
    const read = readEntryText(site, { address, text, meta, filters });
    if ('fault' in read) faults.push(read.fault);
    return ['fault' in read ? '' : read.content, JSON.stringify([address, meta, filters])];
  });
  failOn(faults);
  return digestOf(BODY, ...CODE.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8')), ...parts);
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
  const folders = readdirSync(kept).map((name) => ({
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
