import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { appendLines, readIfThere } from './files.ts';
import { type FileResult, outcomes } from './import-file.ts';

const entrySchema = z.strictObject({
  /** Size and time of the file: if either differs, the file is read again. */
  stamp: z.string(),
  file: z.string(),
  outcome: z.enum(outcomes),
  refs: z.array(z.string()),
  lines: z.array(z.string()),
});
type Entry = z.infer<typeof entrySchema>;

/** What a run has done so far. An interrupted run leaves it behind, and the next run of the same files goes on from it. */
export interface Journal {
  /** How many files an interrupted run had done. */
  resumed: number;
  find: (file: string, stamp: string) => FileResult | undefined;
  /** Adds results; they are on disk when this returns. */
  add: (results: readonly { result: FileResult; stamp: string }[]) => void;
  /** Ends the run: nothing is left to go on with. */
  close: () => void;
  /** Lets another run begin, and leaves the journal for it. */
  release: () => void;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function takeLock(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const holder = Number(readIfThere(path) ?? 0);
  if (holder && holder !== process.pid && isAlive(holder))
    throw new Error(`Another import is running (process ${holder}). Wait for it to end, then begin again`);
  rmSync(path, { force: true });
  writeFileSync(path, String(process.pid), { flag: 'wx' });
}

function readEntries(path: string): Entry[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        const parsed = entrySchema.safeParse(JSON.parse(line));
        return parsed.success ? [parsed.data] : [];
      } catch (error) {
        // The last line of an interrupted run may be cut short.
        if (error instanceof SyntaxError) return [];
        throw error;
      }
    });
}

/** Opens the journal of the imports into one content folder. `run` tells apart imports that ask for different things. */
export function openJournal(folder: string, run: string): Journal {
  const lock = join(folder, 'import.lock');
  takeLock(lock);
  const name = `import-${createHash('sha256').update(run).digest('hex').slice(0, 12)}.jsonl`;
  const path = join(folder, name);
  const entries = readEntries(path);
  const entryByFile = new Map(entries.map((entry) => [entry.file, entry]));
  return {
    resumed: entryByFile.size,
    find(file, stamp) {
      const entry = entryByFile.get(file);
      return entry?.stamp === stamp ? { file, outcome: entry.outcome, refs: entry.refs, lines: entry.lines } : undefined;
    },
    add: (results) =>
      appendLines(
        folder,
        name,
        results.map(({ result, stamp }) => JSON.stringify({ ...result, stamp })),
      ),
    close() {
      rmSync(path, { force: true });
      rmSync(lock, { force: true });
    },
    release: () => rmSync(lock, { force: true }),
  };
}
