import { posix } from 'node:path';
import { type Publication, toAddress } from '../../exports/publication.ts';

/** An offline edition: whose, of which day, published where, and with what in it. */
export interface Edition {
  title: string;
  /** The day up to which the record was brought, in EDTF. */
  asOf: string;
  publication: Publication;
  /** The files that it holds, from its root. */
  files: Pick<ReadonlySet<string>, 'has'>;
}

const LEAVES = /^[a-z][a-z0-9+.-]*:|^\/\//i;
const INDEX = 'index.html';

/** The path on the site that a file stands for. */
export const toSitePath = (file: string): string => `/${file}`.replace(/(?<=\/)index\.html$/, '');

/** The file that shows a path, if the edition has it. */
function findFile(path: string, files: Edition['files']): string | undefined {
  const file = decodeURI(path.slice(1));
  return [file, posix.join(file, INDEX)].find((one) => files.has(one));
}

/** An address from one file of the edition to another. */
const toRelative = (from: string, to: string): string => posix.relative(posix.dirname(from), to);

/** From a file to the root of the edition: `./`, `../../`. */
export const rootFrom = (file: string): string => '../'.repeat(file.split('/').length - 1) || './';

/**
 * An address that stands in a file of the site, as the same file in the offline edition must write it: relative and with the name of
 * the file, or whole where the edition does not hold what it leads to.
 */
export function toDiskAddress(address: string, from: string, { publication, files }: Edition): string {
  if (address === '' || address.startsWith('#') || LEAVES.test(address)) return address;
  const base = publication.base.replace(/\/$/, '');
  const url = new URL(address, toAddress(publication, `/${from}`));
  const rest = url.search + url.hash;
  const inside = url.pathname === base || url.pathname.startsWith(`${base}/`);
  const file = inside ? findFile(url.pathname.slice(base.length) || '/', files) : undefined;
  if (file === undefined) return url.href;
  return file === from && rest ? rest : toRelative(from, file) + rest;
}
