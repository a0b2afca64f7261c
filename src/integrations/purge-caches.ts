import { existsSync, lstatSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Folders under `.upheld` that are no caches: the built sites, and the ledgers of releases, which hold no words. */
const KEPT = ['builds', 'released'];

/** The built sites that some link still leads to. */
function listLinked(root: string, folder: string, out: string): string[] {
  const links = [resolve(root, out), ...readdirSync(folder).map((name) => join(folder, name))];
  return links
    .filter((path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() && existsSync(path))
    .map((path) => realpathSync(path));
}

/** The folders in which builds keep something of the content: all but a few, so that a new one is never forgotten. */
export function listCaches(root: string): string[] {
  const folder = join(root, '.upheld');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !KEPT.includes(entry.name))
    .map(({ name }) => join(folder, name));
}

/** Removes every cache of a project, and every built site that nothing leads to, so that withdrawn words stand in none of them. */
export function purgeCaches(root: string, out: string): void {
  const folder = join(root, '.upheld');
  if (!existsSync(folder)) return;
  for (const name of listCaches(root)) rmSync(name, { recursive: true, force: true });
  const builds = join(folder, 'builds');
  const linked = listLinked(root, folder, out);
  for (const name of existsSync(builds) ? readdirSync(builds) : []) {
    if (!linked.includes(realpathSync(join(builds, name)))) rmSync(join(builds, name), { recursive: true, force: true });
  }
}
