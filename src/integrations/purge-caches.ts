import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Kept through a purge: what other commands need, and no cache of words. */
const KEPT = ['builds', 'released', 'build.lock'];

/**
 * Removes everything that builds keep of the content under `.upheld`, and every built site but the one that `out` leads to,
 * so that withdrawn words stand in no cache and in no forgotten build.
 */
export function purgeCaches(root: string, out: string): void {
  const folder = join(root, '.upheld');
  if (!existsSync(folder)) return;
  const link = resolve(root, out);
  for (const name of readdirSync(folder)) if (!KEPT.includes(name) && join(folder, name) !== link) rmSync(join(folder, name), { recursive: true, force: true });
  const builds = join(folder, 'builds');
  const published = existsSync(link) ? realpathSync(link) : undefined;
  for (const name of existsSync(builds) ? readdirSync(builds) : []) {
    if (realpathSync(join(builds, name)) !== published) rmSync(join(builds, name), { recursive: true, force: true });
  }
}
