import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kind } from '../schema/kinds.ts';
import { type Compiled, compileRecord } from './record.ts';

/** Compiled records kept by the digest of what made them. */
export interface CompileCache {
  compile: <K extends Kind>(kind: K, id: string, file: string, text: string) => Compiled;
  /** How many records were compiled and how many were taken from the cache. */
  counts: { compiled: number; reused: number };
}

const digest = (...parts: string[]) => createHash('sha256').update(parts.join('\0')).digest('hex');

/** A digest of the compiler itself: its sources and the lock file. A change of either makes every kept record stale. */
function digestCompiler(root: string): string {
  const files = ['plugins', 'schema', 'compile'].flatMap((folder) => {
    const path = join(root, 'src', folder);
    return readdirSync(path)
      .toSorted()
      .map((name) => join(path, name));
  });
  return digest(...[...files, join(root, 'package-lock.json')].filter(existsSync).map((path) => readFileSync(path, 'utf8')));
}

/** A kept record, or undefined where its file was cut short, as by a loss of power. */
function readKept(path: string): Compiled | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Compiled;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Opens the cache in `folder` for the compiler whose sources lie under `root`. */
export function openCompileCache(root: string, folder: string): CompileCache {
  const compiler = digestCompiler(root);
  const counts = { compiled: 0, reused: 0 };
  mkdirSync(folder, { recursive: true });
  return {
    counts,
    compile(kind, id, file, text) {
      const path = join(folder, `${digest(compiler, kind, id, file, text)}.json`);
      const kept = existsSync(path) ? readKept(path) : undefined;
      if (kept) {
        counts.reused += 1;
        return kept;
      }
      counts.compiled += 1;
      const compiled = compileRecord(kind, id, file, text);
      const partial = `${path}.${process.pid}`;
      writeFileSync(partial, JSON.stringify(compiled));
      renameSync(partial, path);
      return compiled;
    },
  };
}
