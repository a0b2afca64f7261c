import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { compactReads, digestMaker, readManifest, writeManifest } from '../build/manifest.ts';
import { isAsRendered } from '../build/outputs.ts';
import { getReadTable } from '../build/reads.ts';
import { getSession } from '../build/session.ts';

// Vite builds otherwise where NODE_ENV is not production.
const SETTINGS = ['UPHELD_SITE', 'UPHELD_BASE', 'NODE_ENV'];

/** A digest of what builds the site of a project: the same for as long as its pages depend on the content alone. */
export const digestBuilder = (root: string): string =>
  digestMaker(root, Object.fromEntries(SETTINGS.map((name) => [name, process.env[name] ?? ''])));

/** Lets this build take what has not changed from the site that `out` leads to, if the same code and settings made it. */
export function reuseSite(root: string, out: string, maker: string): void {
  const link = resolve(root, out);
  if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() || !existsSync(link)) return;
  const folder = realpathSync(link);
  const manifest = readManifest(folder, maker);
  if (manifest) getSession().previous = { folder, manifest };
}

/** Writes what the finished site in `folder` was made from, for the next build. */
export function rememberSite(folder: string, maker: string): void {
  const { previous, outputs } = getSession();
  const reused = new Set(previous?.manifest.outputs);
  const spoilt = outputs.find((output) => previous && reused.has(output) && !isAsRendered(previous.folder, output));
  if (spoilt)
    throw new Error(
      `${spoilt.file} was written into, and with it the published site, which shares it. Use replaceFile of src/build/outputs.ts`,
    );
  writeManifest(folder, { format: 1, maker, ...compactReads(getReadTable(), getSession().outputs) });
}
