import { join, relative, resolve } from 'node:path';
import { openCompileCache } from '../compile/cache.ts';
import { compileFolder } from '../compile/folder.ts';
import type { Problem } from '../compile/problem.ts';
import type { Archive } from './archive.ts';
import { buildArchive } from './build-archive.ts';

export interface LoadedArchive {
  archive: Archive | undefined;
  problems: Problem[];
  counts: { compiled: number; reused: number };
}

/** Where this build's content lies: `UPHELD_CONTENT`, or `content` under the project's root. */
export const contentFolder = (root: string) => resolve(root, process.env['UPHELD_CONTENT'] ?? 'content');

/** Compiles and links the content of the project at `root`, reusing what has not changed. */
export function loadArchive(root: string, content = contentFolder(root)): LoadedArchive {
  const cache = openCompileCache(root, join(root, '.upheld', 'compiled'));
  const folder = compileFolder(content, relative(root, content).replaceAll('\\', '/') || '.', cache.compile);
  return { ...buildArchive(folder), counts: cache.counts };
}
