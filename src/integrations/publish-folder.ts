import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { removeManifest } from '../build/manifest.ts';
import { takeLock } from './build-lock.ts';

/** A build in progress: its own folder, which nobody sees until it is published. */
export interface Stage {
  folder: string;
  /** Makes the folder the published one in a single step, and removes the one it replaces. */
  publish: () => void;
  /** Removes the folder and lets the next build begin. */
  discard: () => void;
}

/** The mark of a folder that a build is writing. */
const markOf = (folder: string) => `${folder}.unfinished`;

/** Removes a site and what is known of it. */
function removeSite(folder: string): void {
  removeManifest(folder);
  rmSync(folder, { recursive: true, force: true });
}

/** Removes what builds that were killed left behind. */
function removeUnfinished(builds: string): void {
  for (const name of readdirSync(builds).filter((entry) => entry.endsWith('.unfinished'))) {
    removeSite(join(builds, basename(name, '.unfinished')));
    rmSync(join(builds, name), { force: true });
  }
}

/** Begins a build whose finished folder will be reached by the symbolic link `out`, once no other build is running. */
export async function openStage(root: string, out: string): Promise<Stage> {
  const builds = join(root, '.upheld', 'builds');
  mkdirSync(builds, { recursive: true });
  const unlock = await takeLock(join(root, '.upheld', 'build.lock'));
  removeUnfinished(builds);
  const folder = mkdtempSync(join(builds, 'site-'));
  writeFileSync(markOf(folder), '');
  chmodSync(folder, 0o755);
  const link = resolve(root, out);
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
      // Before the swap: a build that is killed just after it must not leave the published folder marked.
      rmSync(markOf(folder));
      renameSync(next, link);
      if (previous && dirname(previous) === realpathSync(builds) && previous !== realpathSync(folder)) removeSite(previous);
      unlock();
    },
    discard() {
      removeSite(folder);
      rmSync(markOf(folder), { force: true });
      unlock();
    },
  };
}
