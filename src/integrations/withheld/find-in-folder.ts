import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { findWithheld, type Withheld } from '../../compile/withheld.ts';
import { readViews } from './read-views.ts';

/** The files under a folder in which withheld words stand, or in whose names they do. */
export function findInFolder(folder: string, withheld: Withheld): string[] {
  if (withheld.length === 0 || !existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const name = relative(folder, path);
      return [name, ...readViews(readFileSync(path), name)].some((view) => findWithheld(view, withheld).length > 0);
    })
    .toSorted();
}
