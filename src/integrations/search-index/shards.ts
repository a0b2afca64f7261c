import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { SearchRecord } from '../../exports/search-records.ts';
import { digestOf } from './index-file.ts';
import { failOn } from './index-entries.ts';
import type { ShardJob } from './index-shard.ts';
import { openKnownFolders, openPageDigests } from './kept-indexes.ts';

/** An indexed shard: its folder, and the places of its entries among all. */
export interface Shard {
  folder: string;
  members: number[];
  /** Whether it was indexed now, and not taken from an earlier build. */
  made: boolean;
}

/** The most decisions that are indexed at once, or UPHELD_INDEX_SHARD: memory grows with them, and an edit indexes all of its shard anew. */
export const mostInShard = (): number => Number(process.env['UPHELD_INDEX_SHARD'] ?? 250);

/** Whether the index of an archive is made in shards, and is searched without Pagefind's program. */
export const isSharded = (decisions: number): boolean => countShards(decisions, mostInShard()) > 1;

/** How many shards an archive has: a power of two, so that as few as can be change hands when it grows. */
export const countShards = (decisions: number, most: number): number => 2 ** Math.ceil(Math.log2(Math.max(1, decisions / most)));

/** The shard of a record: that of its first decision, so that an edit of one touches one. It stays while the number of shards does. */
export function shardOf({ kind, id, filters }: Pick<SearchRecord, 'kind' | 'id' | 'filters'>, shards: number): number {
  return Number.parseInt(digestOf(filters.decision[0] ?? `${kind}:${id}`).slice(0, 8), 16) % shards;
}

const PROGRAM = resolve('src/integrations/search-index/run-shard.ts');
const run = promisify(execFile);

/** Indexes the shards that changed, as many at a time as there are processors; the others are taken from earlier builds. */
export async function indexShards(site: string, records: readonly SearchRecord[], count: number, kept: string): Promise<Shard[]> {
  const jobs = join(kept, 'jobs.tmp');
  mkdirSync(jobs, { recursive: true });
  const shards = Array.from({ length: count }, (): Shard => ({ folder: '', members: [], made: false }));
  for (const [at, record] of records.entries()) shards[shardOf(record, count)]?.members.push(at);

  const known = openKnownFolders(kept);
  const digestPages = openPageDigests(site);
  const faults: string[] = [];
  const waiting = [...shards.entries()].filter(([, { members }]) => members.length > 0);
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [number, shard] = next;
      const own = shard.members.flatMap((at) => records.slice(at, at + 1));
      const pages = digestPages(own);
      shard.folder = known.find(pages) ?? '';
      if (shard.folder !== '') continue;
      const entries = join(jobs, `shard-${number}.jsonl`);
      const lines = own.map(({ address, text, meta, filters }) => JSON.stringify({ address, text, meta, filters }));
      writeFileSync(entries, lines.join('\n'));
      const job: ShardJob = { site, kept, shard: number.toString(16).padStart(2, '0'), entries };
      try {
        await run(process.execPath, [PROGRAM, JSON.stringify(job)]);
        const { folder, made }: Pick<Shard, 'folder' | 'made'> = JSON.parse(readFileSync(`${entries}.done`, 'utf8'));
        Object.assign(shard, { folder, made });
        known.note(pages, folder);
      } catch (error) {
        faults.push(error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error));
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  failOn(faults);
  known.save();
  return shards.filter(({ members }) => members.length > 0);
}
