import { formatDate } from '../../graph/date-text.ts';
import { toAddress } from '../../exports/publication.ts';
import type { Edition } from './disk-address.ts';

/** The list of the SHA-256 of every other file of the edition, at its root. */
export const SUMS = 'SHA256SUMS';

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** What every page of the edition says of itself. `root` leads from the page to the root of the edition. */
export function writeEditionNote({ title, asOf }: Edition, live: string, root: string): string {
  const own = `Offline copy of ${escape(title)}, brought up to ${formatDate(asOf)}.`;
  const page = `On the web, with later corrections: <a href="${live}">${live}</a>.`;
  const sums = `Checksums: <a href="${root}${SUMS}">${SUMS}</a>.`;
  return `<aside class="edition" aria-label="This copy"><p class="frame">${own} ${page} ${sums}</p></aside>`;
}

/** What is read before the edition is opened, as a text file at its root. */
export const writeReadMe = ({ title, asOf, publication }: Edition): string =>
  [
    `${title}: offline copy, brought up to ${formatDate(asOf)}`,
    '',
    'Unpack the whole ZIP file first, then open index.html. It needs a browser and no network, and searches as the site does.',
    '',
    `On the web: ${toAddress(publication, '/')}`,
    `To check that every file is as it was published: sha256sum -c ${SUMS}`,
    '',
  ].join('\n');
