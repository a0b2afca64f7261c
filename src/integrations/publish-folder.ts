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
import { basename, dirname, join, posix, relative, resolve } from 'node:path';
import { moveManifest, readManifest, removeManifest } from '../build/manifest.ts';
import type { MadeSite } from '../build/session.ts';
import { takeLock } from './build-lock.ts';

/** A build in progress: its own folder, which nobody sees until it is published. */
export interface Stage {
  folder: string;
  /** What the folder held when it began: the outputs of an older site, if there is one. */
  begun: MadeSite | undefined;
  /** Makes the folder the published one in a single step, and keeps the one it replaces for the next build to work in. */
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
  const hasSite = (name: string) => existsSync(join(builds, name.slice(0, name.indexOf('.'))));
  for (const name of readdirSync(builds)) if (name.endsWith('.json') && !hasSite(name)) rmSync(join(builds, name), { force: true });
}

/** The site that was published before the present one. The next build works in it, and so writes only what has changed since. */
export const spareOf = (builds: string) => join(builds, 'spare');

export const removeSpare = (builds: string): void => removeSite(spareOf(builds));

/** Removes everything of a site but these files. */
function keepOnly(site: string, files: ReadonlySet<string>): void {
  const folders = new Set<string>();
  for (const file of files)
    for (let folder = dirname(file); folder !== '.' && !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  const clean = (folder: string) => {
    for (const entry of readdirSync(join(site, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory() && folders.has(path)) clean(path);
      else if (!files.has(path)) rmSync(join(site, path), { recursive: true, force: true });
    }
  };
  clean('.');
}

/** Turns the spare site into the folder of a build, if the same code and settings made it. */
function beginWithSpare(builds: string, folder: string, maker: string): MadeSite | undefined {
  const spare = spareOf(builds);
  const manifest = existsSync(spare) ? readManifest(spare, maker) : undefined;
  if (!manifest) {
    removeSite(spare);
    return undefined;
  }
  renameSync(spare, folder);
  removeManifest(spare);
  keepOnly(folder, new Set(manifest.outputs.map(({ file }) => file)));
  return { folder, manifest };
}

/** Keeps a site that nobody reads any more for the next build, or removes it where it is not known what it was made from. */
export function retireSite(site: string): void {
  const spare = spareOf(dirname(site));
  removeSite(spare);
  if (!moveManifest(site, spare)) return removeSite(site);
  renameSync(site, spare);
}

/** Begins a build whose finished folder will be reached by the symbolic link `out`, once no other build is running. */
export async function openStage(root: string, out: string, maker = ''): Promise<Stage> {
  const builds = join(root, '.upheld', 'builds');
  mkdirSync(builds, { recursive: true });
  const unlock = await takeLock(join(root, '.upheld', 'build.lock'));
  removeUnfinished(builds);
  const folder = mkdtempSync(join(builds, 'site-'));
  writeFileSync(markOf(folder), '');
  const begun = beginWithSpare(builds, folder, maker);
  chmodSync(folder, 0o755);
  const link = resolve(root, out);
  return {
    folder,
    begun,
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
      if (previous && dirname(previous) === realpathSync(builds) && previous !== realpathSync(folder)) retireSite(previous);
      unlock();
    },
    discard() {
      removeSite(folder);
      rmSync(markOf(folder), { force: true });
      unlock();
    },
  };
}
