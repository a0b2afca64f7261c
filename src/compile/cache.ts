import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileAll, type Job } from './compile-all.ts';
import { openPacks } from './packs.ts';
import type { Compiled } from './record.ts';
import { readCompiled } from './written.ts';

/** Compiled records kept by the digest of what made them. */
export interface CompileCache {
  /** Compiles files, or takes them from what is kept; each answer at the place of its job. */
  compile: (jobs: readonly Job[]) => Compiled[];
  /** How many files of the last call were compiled and how many were taken from the cache. */
  counts: { compiled: number; reused: number };
  /** Drops what the last call did not use, where that is much. */
  prune: () => void;
}

export interface CompileProgress {
  /** Called as files are compiled. */
  onCompiled?: (done: number, all: number) => void;
  /** How many threads work beside this one; by itself as many as the work is worth. */
  workers?: number;
}

const digest = (...parts: string[]) => hash('sha256', parts.join('\0'));

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

/** Opens the cache in `folder` for the compiler whose sources lie under `root`. */
export function openCompileCache(root: string, folder: string, { onCompiled, workers }: CompileProgress = {}): CompileCache {
  const packs = openPacks(folder, digestCompiler(root));
  const counts = { compiled: 0, reused: 0 };
  let last = new Map<string, Compiled>();

  const findKept = (key: string): Compiled | undefined => {
    const kept = last.get(key) ? undefined : packs.find(key);
    return last.get(key) ?? (kept && readCompiled(key, kept.head, kept.readBody));
  };
  return {
    counts,
    compile(jobs) {
      const keys = jobs.map(({ kind, id, file, text }) => digest(kind, id, file, text));
      const now = new Map<string, Compiled>();
      for (const key of keys) {
        const kept = findKept(key);
        if (kept) now.set(key, kept);
      }
      packs.forget();
      const missing = [...keys.entries()].filter(([, key]) => !now.has(key));
      const handIn = ({ index, written }: { index: number; written: { head: string; body: string } }) => {
        const key = keys[missing[index]?.[0] ?? -1] ?? '';
        const { head, readBody } = packs.add(key, written);
        now.set(key, readCompiled(key, head, readBody));
        onCompiled?.(now.size, keys.length);
      };
      compileAll(
        root,
        missing.flatMap(([index]) => jobs[index] ?? []),
        handIn,
        workers,
      );
      packs.flush();
      last = now;
      counts.compiled = missing.length;
      counts.reused = keys.length - missing.length;
      return keys.flatMap((key) => now.get(key) ?? []);
    },
    prune: () => packs.prune([...last.keys()]),
  };
}
