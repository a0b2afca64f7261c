import { writeFileSync } from 'node:fs';
import { digestEntries, keep } from './kept-indexes.ts';
import { indexShard, readEntries, type ShardJob } from './index-shard.ts';

// A process of its own for each shard, so that two are indexed at a time and the memory of each goes with it.
const job: ShardJob = JSON.parse(process.argv[2] ?? '');
try {
  const entries = readEntries(job.entries);
  const { folder, made } = await keep(job.kept, digestEntries(job.site, entries), (target) =>
    indexShard(job.site, entries, target, job.shard),
  );
  writeFileSync(`${job.entries}.done`, JSON.stringify({ folder, made }));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
