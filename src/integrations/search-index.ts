import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { openOutputs } from '../build/outputs.ts';
import { getSession } from '../build/session.ts';
import { listFiles } from '../compile/list-files.ts';
import { sumStage } from '../compile/stages.ts';
import { countExpectedEntries } from '../exports/search-kinds.ts';
import { listSearchRecords, type SearchRecord } from '../exports/search-records.ts';
import { getArchive } from '../graph/shared-archive.ts';
import { BODY, failOn, indexEntries, toFile } from './search-index/index-entries.ts';
import { digestOf, readIndexFile } from './search-index/index-file.ts';
import { digestEntries, forget, keep } from './search-index/kept-indexes.ts';
import { mergeShards } from './search-index/merge-shards.ts';
import { readShardResult, RESULT } from './search-index/shard-result.ts';
import { countShards, indexShards, mostInShard } from './search-index/shards.ts';

/** Entries that share one file of texts: few enough to load quickly, many enough that a phrase is checked with few requests. */
const TEXTS_A_FILE = 8;
// Pagefind's own user interfaces and its fall-back for unknown languages, which nothing here loads.
const UNUSED = /^(?:pagefind-(?:component-ui|modular-ui|ui)\.(?:js|css)|pagefind-(?:highlight|worker)\.js|wasm\.unknown\.pagefind)$/;

/** The pages of a site whose text is meant to be searched. */
const listSearched = (site: string) =>
  listFiles(site).filter((file) => file.endsWith('.html') && readFileSync(join(site, file), 'utf8').includes(BODY));

/** How many entries of each kind a written index holds, read back from its files. */
export function countIndexedEntries(folder: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of readdirSync(join(folder, 'fragment'))) {
    const parsed: unknown = JSON.parse(readIndexFile(join(folder, 'fragment', file)).toString('utf8'));
    const single = parsed instanceof Object && 'url' in parsed;
    for (const entry of single ? [parsed] : Object.values(parsed ?? {})) {
      const kind = String(Reflect.get(Reflect.get(entry, 'filters') ?? {}, 'kind') ?? 'no kind');
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return counts;
}

/** Sentences about every kind of which the index holds another number of entries than the archive. */
export function compareCounts(expected: Readonly<Record<string, number>>, found: ReadonlyMap<string, number>): string[] {
  const kinds = [...new Set([...Object.keys(expected), ...found.keys()])];
  return kinds
    .filter((kind) => (expected[kind] ?? 0) !== (found.get(kind) ?? 0))
    .map((kind) => `Of kind "${kind}" the archive has ${expected[kind] ?? 0} and the search index ${found.get(kind) ?? 0}`);
}

/** What writing an index came to: how many shards it has, and how many of them were indexed and not taken from an earlier build. */
export interface Indexed {
  shards: number;
  indexed: number;
}

export interface IndexOptions {
  /** The pages whose text is meant to be searched, where that is known. */
  searched?: readonly string[];
  /** Where indexes of earlier builds are kept. */
  kept: string;
  decisions: number;
  /** The most decisions that are indexed at once. */
  most: number;
}

/** The kinds of the entries in their order, with how many there are of each. */
function listKinds(records: readonly SearchRecord[]): [kind: string, count: number][] {
  const kinds: [string, number][] = [];
  for (const { kind } of records) {
    const last = kinds.at(-1);
    if (last?.[0] === kind) last[1] += 1;
    else kinds.push([kind, 1]);
  }
  return kinds;
}

/** A kept folder of which an index is made, or what lies below one of its folders. */
interface IndexPart {
  folder: string;
  below?: string;
}

/** Writes the files of an index into the site, or takes them from the site before where they were made of the same folder. */
function writeParts(site: string, parts: readonly IndexPart[]): void {
  const outputs = openOutputs(site);
  for (const { folder, below = '' } of parts)
    for (const file of listFiles(join(folder, below)))
      if (!UNUSED.test(file)) outputs.write(`pagefind/${below}${file}`, basename(folder), () => readFileSync(join(folder, below, file)));
}

async function makeIndex(site: string, records: readonly SearchRecord[], { kept, decisions, most }: IndexOptions) {
  const count = countShards(decisions, most);
  if (count === 1) {
    const { folder, made } = await keep(kept, digestEntries(site, records), (target) =>
      indexEntries(site, records, target, Math.ceil(records.length / TEXTS_A_FILE)),
    );
    return { parts: [{ folder }], counts: countIndexedEntries(folder), shards: 1, indexed: made ? 1 : 0 };
  }
  const shards = await indexShards(site, records, count, kept);
  const earlier = readdirSync(kept)
    .map((name) => join(kept, name))
    .filter((own) => existsSync(join(own, 'index')) && !existsSync(join(own, RESULT)));
  const { folder } = await keep(
    kept,
    digestOf(...shards.flatMap(({ folder: own, members }) => [basename(own), members.join()])),
    (target) => mergeShards(shards, listKinds(records), target, earlier),
  );
  const counts = new Map<string, number>();
  for (const shard of shards)
    for (const [kind, own] of Object.entries(readShardResult(shard.folder).counts)) counts.set(kind, (counts.get(kind) ?? 0) + own);
  return {
    parts: [{ folder }, ...shards.map((shard) => ({ folder: shard.folder, below: 'fragment/' }))],
    counts,
    shards: shards.length,
    indexed: shards.filter(({ made }) => made).length,
  };
}

/** Writes the search index of a built site into its folder `pagefind`. Throws unless every record is in it once and nothing else is. */
export async function writeSearchIndex(
  site: string,
  records: readonly SearchRecord[],
  expected: Readonly<Record<string, number>>,
  options: IndexOptions,
): Promise<Indexed> {
  const claimed = new Set(records.flatMap(({ text }) => ('page' in text ? [toFile(text.page)] : [])));
  const strays = (options.searched ?? listSearched(site)).filter((file) => !claimed.has(file));
  failOn(strays.map((file) => `/${file} has ${BODY}, and search knows no record of it`));

  mkdirSync(options.kept, { recursive: true });
  const { parts, counts, shards, indexed } = await makeIndex(site, records, options);
  failOn(compareCounts(expected, counts));
  writeParts(site, parts);
  forget(options.kept, 2 * shards + 8);
  return { shards, indexed };
}

/** Indexes the built site for search, and fails the build where a record is missing from the index or the index holds more. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'upheld:search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const archive = getArchive(process.cwd());
        const records = listSearchRecords(archive);
        const searched = [...getSession().outputs.values()].flatMap((output) => (output.searched ? [output.file] : []));
        const options = { searched, kept: resolve('.upheld/search'), decisions: archive.decisions.length, most: mostInShard() };
        const { shards, indexed } = await writeSearchIndex(fileURLToPath(dir), records, countExpectedEntries(archive), options);
        Object.assign(getSession().counts, { shards, indexed });
        sumStage(`${records.length} entries, ${indexed} of ${shards} shards indexed`);
      },
    },
  };
}
