import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCbor } from '../../exports/cbor.ts';
import { readIndexFile } from './index-file.ts';
import { failOn, type IndexEntry, indexEntries } from './index-entries.ts';
import { RESULT, type ShardResult } from './shard-result.ts';
import { rewriteTexts } from './text-files.ts';

/** Reads the file by which Pagefind finds the others. */
function readMeta(folder: string): Omit<ShardResult, 'counts'> {
  const file = readdirSync(folder).find((name) => name.endsWith('.pf_meta'));
  if (!file) throw new Error(`Pagefind wrote no index into ${folder}`);
  const cursor = openCbor(readIndexFile(join(folder, file)));
  const readRows = <T>(read: () => T): T[] =>
    Array.from({ length: cursor.readList() }, () => {
      cursor.readList();
      return read();
    });
  cursor.readList();
  const version = cursor.readText();
  const pages = readRows((): [string, number, string] => [cursor.readText(), cursor.readNumber(), cursor.readText()]);
  const chunks = readRows(() => {
    cursor.skip();
    cursor.skip();
    return cursor.readText();
  });
  const filters = readRows((): [string, string] => [cursor.readText(), cursor.readText()]);
  cursor.skip();
  const metaFields = Array.from({ length: cursor.readList() }, () => cursor.readText());
  return { version, pages, chunks, filters, metaFields };
}

/** Indexes one shard into `folder`, in the form in which shards are joined. `shard` is its number in two hexadecimal digits. */
export async function indexShard(site: string, entries: readonly IndexEntry[], folder: string, shard: string): Promise<void> {
  await indexEntries(site, entries, folder, 1);
  const meta = readMeta(folder);
  const pages = rewriteTexts(
    join(folder, 'fragment'),
    meta.pages.map(([key]) => key),
    shard,
  );
  failOn(entries.flatMap(({ address }, at) => (pages[at]?.address === address ? [] : [`${address} is not entry ${at} of its shard`])));
  const counts: Record<string, number> = {};
  for (const { kind } of pages) counts[kind] = (counts[kind] ?? 0) + 1;
  const result: ShardResult = { ...meta, pages: pages.map(({ key, group }, at) => [key, meta.pages[at]?.[1] ?? 0, group]), counts };
  writeFileSync(join(folder, RESULT), JSON.stringify(result));
  for (const file of readdirSync(folder)) if (file.endsWith('.pf_meta')) rmSync(join(folder, file));
}

/** What a process that indexes a shard is told. */
export interface ShardJob {
  site: string;
  kept: string;
  shard: string;
  /** A file with the entries as JSON, one a line. */
  entries: string;
}

export const readEntries = (file: string): IndexEntry[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): IndexEntry => JSON.parse(line));
