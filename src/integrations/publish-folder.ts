import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** A build in progress: its own folder, which nobody sees until it is published. */
export interface Stage {
  folder: string;
  /** Makes the folder the published one in a single step, and removes the one it replaces. */
  publish: () => void;
  /** Removes the folder and lets the next build begin. */
  discard: () => void;
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
  if (existsSync(path)) {
    const pid = Number(readFileSync(path, 'utf8'));
    if (pid && isAlive(pid)) throw new Error(`Another build is running (process ${pid}). Wait for it to end, then build again`);
    rmSync(path);
  }
  writeFileSync(path, String(process.pid), { flag: 'wx' });
}

/** Begins a build whose finished folder will be reached by the symbolic link `out`. */
export function openStage(root: string, out: string): Stage {
  const builds = join(root, '.upheld', 'builds');
  mkdirSync(builds, { recursive: true });
  const lock = join(root, '.upheld', 'build.lock');
  takeLock(lock);
  const folder = mkdtempSync(join(builds, 'site-'));
  chmodSync(folder, 0o755);
  const link = resolve(root, out);
  const release = () => rmSync(lock, { force: true });
  return {
    folder,
    publish() {
      const published = lstatSync(link, { throwIfNoEntry: false });
      if (published && !published.isSymbolicLink()) {
        throw new Error(`${link} is not a link that a build made. Move it away, then build again`);
      }
      const previous = published && existsSync(link) ? realpathSync(link) : undefined;
      const next = `${link}.next`;
      rmSync(next, { force: true });
      symlinkSync(relative(dirname(link), folder), next);
      renameSync(next, link);
      if (previous && dirname(previous) === realpathSync(builds) && previous !== realpathSync(folder))
        rmSync(previous, { recursive: true });
      release();
    },
    discard() {
      rmSync(folder, { recursive: true, force: true });
      release();
    },
  };
}
