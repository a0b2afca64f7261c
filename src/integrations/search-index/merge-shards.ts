import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCbor } from '../../exports/cbor.ts';
import { openCborWriter } from './cbor-writer.ts';
import { divideWords } from './divide-words.ts';
import { digestOf, packIndexFile, packIndexFileAside, readIndexFile } from './index-file.ts';
import { mergeWords } from './merge-words.ts';
import { readShardResult, type ShardResult } from './shard-result.ts';
import type { Shard } from './shards.ts';

/** How many places of words Pagefind puts into one file, and so do we. */
const PLACES_A_FILE = 20_000;
const DIGITS = 10;
/** Files that are packed at a time, so that few are held. */
const PACKED_AT_A_TIME = 8;

interface OpenShard {
  folder: string;
  result: ShardResult;
  numbers: number[];
}

interface WordRange {
  from: string;
  to: string;
  file: string;
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];
const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** As Pagefind shortens the bounds of two neighbouring files: to the first letter in which they differ. */
function shortenBounds(ranges: WordRange[]): WordRange[] {
  for (const [at, range] of ranges.entries()) {
    const next = ranges[at + 1];
    if (!next) break;
    const [to, from] = [[...range.to], [...next.from]];
    const same = from.findIndex((letter, index) => letter !== to[index]);
    const length = (same < 0 ? Math.min(from.length, to.length) : same) + 1;
    const shorter = to.slice(0, length).join('');
    if (byBytes(shorter, range.from) >= 0) range.to = shorter;
    next.from = from.slice(0, length).join('');
  }
  return ranges;
}

/** Writes the files of words; those that an earlier index has, by their names, are taken from it. */
async function writeWords(
  folder: string,
  shards: readonly OpenShard[],
  metaFields: readonly string[],
  earlier: readonly string[],
): Promise<WordRange[]> {
  mkdirSync(join(folder, 'index'));
  const write = async (name: string, content: Uint8Array) => {
    const same = earlier.map((own) => join(own, 'index', name)).find((path) => existsSync(path));
    if (same) copyFileSync(same, join(folder, 'index', name));
    else writeFileSync(join(folder, 'index', name), await packIndexFileAside(content));
  };
  const sources = shards.map(({ folder: own, result, numbers }) => {
    const fields = result.metaFields.map((field) => metaFields.indexOf(field));
    return { folder: own, chunks: result.chunks, numbers, fields: fields.every((field, at) => field === at) ? undefined : fields };
  });
  const ranges: WordRange[] = [];
  let packing: Promise<void>[] = [];
  for (const { first, last, content } of divideWords(mergeWords(sources), PLACES_A_FILE)) {
    const file = `en_${digestOf(content).slice(0, DIGITS)}`;
    ranges.push({ from: first, to: last, file });
    packing.push(write(`${file}.pf_index`, content));
    if (packing.length >= PACKED_AT_A_TIME) {
      await Promise.all(packing);
      packing = [];
    }
  }
  await Promise.all(packing);
  return shortenBounds(ranges);
}

/** The entries of each value of one filter in one shard, by their numbers among all. */
function readFilter({ folder, result, numbers }: OpenShard, name: string): [string, number[]][] {
  const file = result.filters.find(([filter]) => filter === name)?.[1];
  if (file === undefined) return [];
  const cursor = openCbor(readIndexFile(join(folder, 'filter', `${file}.pf_filter`)));
  cursor.readList();
  cursor.skip();
  return Array.from({ length: cursor.readList() }, () => {
    cursor.readList();
    const value = cursor.readText();
    return [value, Array.from({ length: cursor.readList() }, () => numbers[cursor.readNumber()] ?? 0)];
  });
}

function writeFilter(folder: string, shards: readonly OpenShard[], name: string): string {
  const entriesByValue = new Map<string, number[]>();
  for (const [value, entries] of shards.flatMap((shard) => readFilter(shard, name))) {
    const known = entriesByValue.get(value);
    if (known) known.push(...entries);
    else entriesByValue.set(value, entries);
  }
  const writer = openCborWriter();
  writer.writeList(2);
  writer.writeText(name);
  writer.writeList(entriesByValue.size);
  for (const [value, entries] of [...entriesByValue].toSorted(([a], [b]) => byBytes(a, b))) {
    writer.writeList(2);
    writer.writeText(value);
    writer.writeList(entries.length);
    for (const entry of entries.toSorted((a, b) => a - b)) writer.writeNumber(entry);
  }
  const content = writer.finish();
  const file = `en_${digestOf(content).slice(0, DIGITS)}`;
  writeFileSync(join(folder, 'filter', `${file}.pf_filter`), packIndexFile(content));
  return file;
}

/** The file by which all others are found. */
function encodeMeta(
  version: string,
  pages: ShardResult['pages'],
  ranges: readonly WordRange[],
  filters: ShardResult['filters'],
  metaFields: readonly string[],
): Uint8Array {
  const writer = openCborWriter();
  const writeRows = (rows: readonly (readonly (string | number)[])[]) => {
    writer.writeList(rows.length);
    for (const row of rows) {
      writer.writeList(row.length);
      for (const cell of row)
        if (typeof cell === 'string') writer.writeText(cell);
        else writer.writeNumber(cell);
    }
  };
  writer.writeList(6);
  writer.writeText(version);
  writeRows(pages);
  writeRows(ranges.map(({ from, to, file }) => [from, to, file]));
  writeRows(filters);
  writer.writeList(0);
  writer.writeList(metaFields.length);
  for (const field of metaFields) writer.writeText(field);
  return writer.finish();
}

/**
 * Joins indexed shards into one index in Pagefind's own form, with the same words, places and counts as if all had been indexed
 * at once: a search cannot tell, and ranks by the numbers of the whole. What is loaded for it is no more either. The texts stay
 * with the shards. `kinds` are those
 * of the entries in their order; `earlier` are folders of indexes that were joined before.
 */
export async function mergeShards(
  shards: readonly Shard[],
  kinds: readonly (readonly [kind: string, count: number])[],
  folder: string,
  earlier: readonly string[] = [],
): Promise<void> {
  const open = shards.map(({ folder: own, members }): OpenShard => ({ folder: own, result: readShardResult(own), numbers: members }));
  const metaFields = unique(open.flatMap(({ result }) => result.metaFields)).toSorted(byBytes);
  mkdirSync(join(folder, 'filter'));
  const ranges = await writeWords(folder, open, metaFields, earlier);
  const names = unique(open.flatMap(({ result }) => result.filters.map(([name]) => name))).toSorted(byBytes);
  const filters = names.map((name): [string, string] => [name, writeFilter(folder, open, name)]);
  const pages: ShardResult['pages'] = [];
  for (const { result, numbers } of open) for (const [local, page] of result.pages.entries()) pages[numbers[local] ?? 0] = page;

  const meta = encodeMeta(open[0]?.result.version ?? '', pages, ranges, filters, metaFields);
  const hash = `en_${digestOf(meta).slice(0, DIGITS)}`;
  writeFileSync(join(folder, `pagefind.${hash}.pf_meta`), packIndexFile(meta));
  const first = open[0]?.folder ?? '';
  for (const file of ['pagefind.js', 'wasm.en.pagefind']) copyFileSync(join(first, file), join(folder, file));
  const entry: { languages: { en: object }; kinds?: typeof kinds } = JSON.parse(readFileSync(join(first, 'pagefind-entry.json'), 'utf8'));
  entry.languages.en = { ...entry.languages.en, hash, page_count: pages.length };
  // Pagefind's own search does not read this; ours ranks by it before any filter is loaded.
  entry.kinds = kinds;
  writeFileSync(join(folder, 'pagefind-entry.json'), JSON.stringify(entry));
}
