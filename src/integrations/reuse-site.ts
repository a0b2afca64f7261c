import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { compactReads, digestMaker, type Manifest, type Output, readManifest, writeManifest } from '../build/manifest.ts';
import { isAsMade } from '../build/outputs.ts';
import { getReadTable } from '../build/reads.ts';
import { getSession, type MadeSite } from '../build/session.ts';

// Vite builds otherwise where NODE_ENV is not production.
const SETTINGS = ['UPHELD_SITE', 'UPHELD_BASE', 'NODE_ENV'];

/** A digest of what builds the site of a project: the same for as long as its pages depend on the content alone. */
export const digestBuilder = (root: string): string =>
  digestMaker(root, Object.fromEntries(SETTINGS.map((name) => [name, process.env[name] ?? ''])));

/** The site that a link leads to, if the same code and settings made it. */
function findMade(link: string, maker: string): MadeSite | undefined {
  if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() || !existsSync(link)) return undefined;
  const folder = realpathSync(link);
  const manifest = readManifest(folder, maker);
  return manifest && { folder, manifest };
}

/**
 * Lets this build take what has not changed from the site that `out` leads to, or else from the one in `dist`, or from what its own
 * folder began with.
 */
export function reuseSite(root: string, out: string, maker: string, begun: MadeSite | undefined): void {
  const session = getSession();
  session.begun = begun;
  session.previous = findMade(resolve(root, out), maker) ?? findMade(resolve(root, 'dist'), maker) ?? begun;
}

/** What the finished site in `folder` was made from. */
export function describeSite(folder: string, maker: string): Manifest {
  const { previous, outputs } = getSession();
  const shared = new Set<Output>(previous?.folder === folder ? [] : previous?.manifest.outputs);
  const spoilt = [...outputs.values()].find((output) => previous && shared.has(output) && !isAsMade(previous.folder, output));
  if (spoilt)
    throw new Error(
      `${spoilt.file} was written into, and with it the published site, which shares it. Use replaceFile of src/build/outputs.ts`,
    );
  return { format: 2, maker, ...compactReads(getReadTable(), [...outputs.values()]) };
}

/** Notes that for the next build. */
export const rememberSite = (folder: string, maker: string): void => writeManifest(folder, describeSite(folder, maker));
