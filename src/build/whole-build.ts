import { createHash, hash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles } from '../compile/list-files.ts';
import { recordOf } from './records.ts';

/** Everything that a finished site came from, and what its folder was like then. */
interface WholeBuild {
  inputs: string;
  listing: string;
}

// Where a site goes, from where it is built and in how many parts make no difference to it; what is in the content folder is told apart.
const ELSEWHERE = ['UPHELD_OUT', 'UPHELD_STAGE', 'UPHELD_CONTENT', 'UPHELD_SHARD'];

const isReadable = (path: string) => existsSync(path) && lstatSync(realpathSync(path)).isFile();

/** A digest of every file of a content folder, of the settings, and of what builds: the site is the same for as long as it is. */
export function digestInputs(maker: string, content: string, environment: NodeJS.ProcessEnv): string {
  const digest = createHash('sha256').update(maker);
  for (const name of Object.keys(environment)
    .filter((key) => key.startsWith('UPHELD_') && !ELSEWHERE.includes(key))
    .toSorted()) {
    const value = environment[name] ?? '';
    digest.update(`\0${name}\0${value}\0`);
    // A setting may name a file.
    if (isReadable(value)) digest.update(readFileSync(value));
  }
  for (const file of existsSync(content) ? listFiles(content).toSorted() : []) {
    const path = join(content, file);
    const isFile = lstatSync(path).isFile();
    digest.update(`\0${file}\0${isFile ? hash('sha256', readFileSync(path)) : 'no file'}`);
  }
  return digest.digest('hex');
}

/** Whether a content folder is as it was at a time: what was saved or removed while a build read it may be in its site or not. */
export function isUntouchedSince(content: string, time: number): boolean {
  const paths = ['', ...readdirSync(content, { recursive: true, encoding: 'utf8' })];
  return paths.every((path) => (lstatSync(join(content, path), { throwIfNoEntry: false })?.ctimeMs ?? time) < time);
}

/** A digest of the names, sizes and times of all files of a site: it tells whether somebody changed the folder. */
function digestListing(site: string): string {
  const digest = createHash('sha256');
  for (const file of listFiles(site).toSorted()) {
    const { size, mtimeMs } = lstatSync(join(site, file));
    digest.update(`${file}\0${size}\0${mtimeMs}\0`);
  }
  return digest.digest('hex');
}

/** Notes what a finished site came from. */
export function rememberWholeBuild(site: string, inputs: string): void {
  const partial = `${recordOf(site, 'whole')}.partial`;
  writeFileSync(partial, JSON.stringify({ inputs, listing: digestListing(site) } satisfies WholeBuild));
  renameSync(partial, recordOf(site, 'whole'));
}

/** Whether the site that `link` leads to came from these inputs, and is as it was when it was finished. */
export function isWholeBuild(link: string, inputs: string): boolean {
  if (!existsSync(link) || !lstatSync(link).isSymbolicLink()) return false;
  const site = realpathSync(link);
  if (!existsSync(recordOf(site, 'whole'))) return false;
  const known = JSON.parse(readFileSync(recordOf(site, 'whole'), 'utf8')) as WholeBuild;
  return known.inputs === inputs && known.listing === digestListing(site);
}
