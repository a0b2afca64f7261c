import { join, relative, resolve } from 'node:path';
import { openCompileCache } from '../compile/cache.ts';
import { compileFolder } from '../compile/folder.ts';
import type { Compiled } from '../compile/record.ts';
import { buildArchive, type LinkedArchive } from './build-archive.ts';
import { checkLedgerHistory } from './ledger-history.ts';

export interface LoadedArchive extends LinkedArchive {
  counts: { compiled: number; reused: number };
}

/** Where this build's content lies: `UPHELD_CONTENT`, or `content` under the project's root. */
export const contentFolder = (root: string) => resolve(root, process.env['UPHELD_CONTENT'] ?? 'content');

/**
 * Opens the content of the project at `root`. Each call of what is returned compiles what has changed since the last, and
 * links it all.
 */
export function openContent(root: string, content = contentFolder(root)): () => LoadedArchive {
  const cache = openCompileCache(root, join(root, '.upheld', 'compiled'));
  const label = relative(root, content).replaceAll('\\', '/') || '.';
  let last = new Map<string, { text: string; compiled: Compiled }>();
  return () => {
    const before = { ...cache.counts };
    const now: typeof last = new Map();
    const folder = compileFolder(content, label, (kind, id, file, text) => {
      const known = last.get(file);
      const compiled = known?.text === text ? known.compiled : cache.compile(kind, id, file, text);
      now.set(file, { text, compiled });
      return compiled;
    });
    last = now;
    const compiled = cache.counts.compiled - before.compiled;
    const history = checkLedgerHistory(root, content, label);
    return {
      ...buildArchive({ ...folder, problems: [...folder.problems, ...history] }),
      counts: { compiled, reused: now.size - compiled },
    };
  };
}

/** Compiles and links the content of the project at `root` once, reusing what has not changed. */
export const loadArchive = (root: string, content = contentFolder(root)): LoadedArchive => openContent(root, content)();
