import { expect, inject, test } from 'vitest';
import { toAddress } from '../../src/graph/addresses.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { FRAMED } from '../../src/graph/urls.ts';
import { byTag, readSite } from './read-site.ts';

const pageByPath = new Map(readSite(inject('site')).map((page) => [page.path, page]));
const { archive } = loadArchive(process.cwd());
if (!archive) throw new Error('The content has problems');

/** The addresses to which the permalinks of a page lead, each with the name that is read out. */
function listCopied(path: string): Map<string, string> {
  const page = pageByPath.get(path);
  const links = page ? byTag(page, 'a').filter(({ properties }) => String(properties['className']).split(',').includes('permalink')) : [];
  return new Map(
    links.map(({ properties }) => {
      const { pathname, hash } = new URL(String(properties['href']), `https://site.test${path}`);
      return [`${pathname}${hash}`, String(properties['ariaLabel'])];
    }),
  );
}

test('every paragraph, quotation, finding, recommendation, event and conflict has a link to copy, with a name', () => {
  const copiedByPath = new Map([...pageByPath.keys()].map((path) => [path, listCopied(path)]));
  const kinds = ['quote', 'finding', 'recommendation', 'event', 'conflict'];
  // A paragraph's own id is a hash; a heading's was minted, and a pin is a second one of a paragraph that has its link already.
  const isMeant = ({ kind, fragment, passage }: (typeof archive.addresses)[number]) =>
    passage ? /^p-[0-9a-f]{8}$/.test(fragment) : kinds.includes(kind);
  const addresses = archive.addresses.filter((one) => isMeant(one) && !one.path.startsWith(FRAMED));
  expect(addresses.length).toBeGreaterThan(300);
  const missing = addresses.filter(({ path, fragment }) => !copiedByPath.get(path)?.get(toAddress(path, fragment))?.startsWith('Link to'));
  expect(missing.map(({ path, fragment }) => toAddress(path, fragment))).toEqual([]);
});
