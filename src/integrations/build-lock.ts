import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/** How often a build that waits looks again, and how long it waits at most. */
const PAUSE_MS = 200;
const PATIENCE_MS = 20 * 60_000;

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** The process that holds the lock; undefined where nobody does any longer. */
function readHolder(path: string): number | undefined {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return pid > 0 && isAlive(pid) ? pid : undefined;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Takes the lock if nobody has it. A link makes it appear with its words in one step, so that no other build reads half of it. */
function tryLock(path: string): boolean {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Waits until no other build runs, then holds the lock at `path`. Resolves with what gives it back. */
export async function takeLock(path: string, tell: (words: string) => void = console.error): Promise<() => void> {
  const start = Date.now();
  let told: number | undefined;
  while (!tryLock(path)) {
    const holder = readHolder(path);
    if (holder === undefined) {
      // A build that was killed left its lock.
      rmSync(path, { force: true });
      continue;
    }
    if (Date.now() - start > PATIENCE_MS)
      throw new Error(`Another build (process ${holder}) has not ended. If there is none, delete ${path} and build again`);
    if (told !== holder) tell(`Another build is running (process ${holder}). This one begins when it has ended.`);
    told = holder;
    await wait(PAUSE_MS);
  }
  return () => rmSync(path, { force: true });
}
