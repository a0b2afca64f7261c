import { existsSync, lstatSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What builds keep of the content under `.upheld`. A new cache of words belongs here, so that withdrawn ones leave it. */
const CACHES = ['compiled', 'astro', 'rehearsal', 'cards'];

/** The built sites that some link still leads to. */
function listLinked(root: string, folder: string, out: string): string[] {
  const links = [resolve(root, out), ...readdirSync(folder).map((name) => join(folder, name))];
  return links
    .filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() && existsSync(path))
    .map((path) => realpathSync(path));
}

/** Removes every cache of a project, and every built site that nothing leads to, so that withdrawn words stand in none of them. */
export function purgeCaches(root: string, out: string): void {
  const folder = join(root, '.upheld');
  if (!existsSync(folder)) return;
  for (const name of CACHES) rmSync(join(folder, name), { recursive: true, force: true });
  const builds = join(folder, 'builds');
  const linked = listLinked(root, folder, out);
  for (const name of existsSync(builds) ? readdirSync(builds) : []) {
    if (!linked.includes(realpathSync(join(builds, name)))) rmSync(join(builds, name), { recursive: true, force: true });
  }
}
