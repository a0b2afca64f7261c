import { lstatSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { type FileResult, type Importer, importFile } from './import-file.ts';
import type { Journal } from './journal.ts';

/** Told after every file, so that a person can watch. */
export type Progress = (done: number, all: number, result: FileResult) => void;

export interface RunResult {
  results: FileResult[];
  /** True where the run was told to stop before its end. */
  stopped: boolean;
}

const FLUSH_EVERY_MS = 1_000;

const stampOf = (path: string): string => {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.size} ${stat.mtimeMs}` : 'gone';
};

/**
 * Brings in files one after the other, so that memory holds one at a time. What a file wrote is on disk before the
 * journal says so: a run that is killed loses at most the entries of its last second, and reads those files again.
 */
export async function importFiles(
  importer: Importer,
  journal: Journal,
  files: readonly { path: string; file: string }[],
  progress: Progress,
  isStopped: () => boolean = () => false,
): Promise<RunResult> {
  const results: FileResult[] = [];
  let pending: { result: FileResult; stamp: string }[] = [];
  let flushed = Date.now();
  const flush = () => {
    importer.sources.flush();
    journal.add(pending);
    pending = [];
    flushed = Date.now();
  };
  try {
    for (const { path, file } of files) {
      // Reading a page waits for nothing, so without a pause Ctrl+C would be heard only at the end.
      await setImmediate();
      if (isStopped()) break;
      const stamp = stampOf(path);
      const earlier = journal.find(file, stamp);
      const result = earlier ?? (await importFile(importer, path, file));
      results.push(result);
      if (!earlier) pending.push({ result, stamp });
      if (Date.now() - flushed > FLUSH_EVERY_MS) flush();
      progress(results.length, files.length, result);
    }
  } finally {
    flush();
  }
  return { results, stopped: results.length < files.length };
}
