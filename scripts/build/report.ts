import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getSession } from '../../src/build/session.ts';
import { listStages } from '../../src/compile/stages.ts';
import type { LoadedArchive } from '../../src/graph/load-archive.ts';

/** Writes what the last build did, and how long each stage took, for the benchmark and the tests. */
export function writeReport(root: string, out: string, { compiled, reused }: LoadedArchive['counts']): void {
  const counts = { compiled, kept: reused, ...getSession().counts };
  mkdirSync(join(root, '.upheld'), { recursive: true });
  writeFileSync(join(root, '.upheld', 'last-build.json'), JSON.stringify({ out, counts, stages: listStages() }, null, 2));
}
