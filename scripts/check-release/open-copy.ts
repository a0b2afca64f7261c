import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKSUMS, listSiteFiles } from '../../src/integrations/checksums.ts';
import type { Copy } from './compare-site.ts';

const PATIENCE = 30_000;

const openFolder = (folder: string): Copy => ({
  read: (path) => {
    const file = join(folder, path);
    return Promise.resolve(lstatSync(file, { throwIfNoEntry: false })?.isFile() ? { bytes: readFileSync(file) } : 'missing');
  },
  list: () => listSiteFiles(folder),
});

/** The address of a file as a reader asks for it. */
const toAddress = (site: string, path: string) =>
  new URL(
    path
      .replace(/(^|\/)index\.html$/, '$1')
      .split('/')
      .map(encodeURIComponent)
      .join('/'),
    site,
  );

const openAddress = (site: string): Copy => ({
  read: async (path) => {
    const answer = await fetch(toAddress(site, path), { redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
    if (answer.status >= 300 && answer.status < 400) return 'sent on';
    // A withdrawn page is shown with the status of one that is gone, and the page for missing ones with theirs.
    if (![200, 404, 410].includes(answer.status)) throw new Error(`${path} was answered with the status ${answer.status}`);
    if (answer.status === 404 && path !== '404.html') return 'missing';
    return { bytes: new Uint8Array(await answer.arrayBuffer()) };
  },
});

const isAddress = (where: string) => /^https?:\/\//.test(where);

/** Opens a copy of the site that lies in a folder or at an address. */
export const openCopy = (where: string): Copy =>
  isAddress(where) ? openAddress(where.endsWith('/') ? where : `${where}/`) : openFolder(where);

/** The list of digests that a copy itself has. */
export async function readOwnSums(copy: Copy): Promise<string | undefined> {
  const answer = await copy.read(CHECKSUMS);
  return typeof answer === 'string' ? undefined : new TextDecoder().decode(answer.bytes);
}
