import { join, relative, resolve } from 'node:path';
import { type CompileProgress, openCompileCache } from '../compile/cache.ts';
import { compileFolder } from '../compile/folder.ts';
import { measureStage, sumStage } from '../compile/stages.ts';
import { checkWithheld, loadWithheld } from '../compile/withheld.ts';
import { buildArchive, type LinkedArchive } from './build-archive.ts';
import { checkLedgerHistory } from './ledger-history.ts';

export interface LoadedArchive extends LinkedArchive {
  counts: { compiled: number; reused: number };
}

/** Where this build's content lies: `UPHELD_CONTENT`, or `content` under the project's root. */
export const contentFolder = (root: string) => resolve(root, process.env['UPHELD_CONTENT'] ?? 'content');

export interface LoadOptions extends CompileProgress {
  /** Removes kept records that this content does not use, where they are many. */
  prune?: boolean;
}

/**
 * Opens the content of the project at `root`. Each call of what is returned compiles what has changed since the last, and
 * links it all.
 */
export function openContent(root: string, content = contentFolder(root), options: LoadOptions = {}): () => LoadedArchive {
  const cache = openCompileCache(root, join(root, '.upheld', 'compiled'), options);
  const label = relative(root, content).replaceAll('\\', '/') || '.';
  return () => {
    const withheld = checkWithheld(content, label, loadWithheld(root));
    // What must never be published is kept in no cache either.
    const compile = withheld.length > 0 ? undefined : cache.compile;
    const folder = measureStage('read and compile', () => {
      const compiled = compileFolder(content, label, compile);
      const { compiled: made, reused } = cache.counts;
      if (made + reused > 0) sumStage(`${made} records compiled, ${reused} as before`);
      return compiled;
    });
    if (options.prune) cache.prune();
    const history = checkLedgerHistory(root, content, label);
    const linked = measureStage('link', () => buildArchive({ ...folder, problems: [...folder.problems, ...withheld, ...history] }));
    return { ...linked, counts: { ...cache.counts } };
  };
}

/** Compiles and links the content of the project at `root` once, reusing what has not changed. */
export const loadArchive = (root: string, content = contentFolder(root), options: LoadOptions = {}): LoadedArchive =>
  openContent(root, content, options)();
