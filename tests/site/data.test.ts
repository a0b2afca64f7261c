import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
import { describe, expect, inject, test } from 'vitest';
import { listFeedScopes, nameFeed } from '../../src/exports/feed-scopes.ts';
import { rowKinds } from '../../src/exports/rows/row-kinds.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { FRAMED } from '../../src/graph/urls.ts';
import { expand } from '../exports/linked-data.ts';
import { joinTables, type PackageDescriptor } from '../exports/read-tables.ts';
import { listXmlFaults, readXml } from '../exports/validate-xml.ts';
import { byTag, readSite } from './read-site.ts';

const site = inject('site');
const read = (path: string) => readFileSync(join(site, path), 'utf8');
const readJson = (path: string) => JSON.parse(read(path));
const { archive } = loadArchive(process.cwd());
if (!archive) throw new Error('The content has problems');
const origin = new URL(String(readJson('data/archive.json').address));
const pages = readSite(site);
const pageByPath = new Map(pages.map((page) => [page.path, page]));

/** Whether a whole address lands in the built site: its page is there, and its fragment on it. */
function lands(address: string): boolean {
  const url = new URL(address);
  const page = pageByPath.get(url.pathname);
  return url.origin === origin.origin && page !== undefined && (url.hash === '' || page.ids.includes(url.hash.slice(1)));
}

const typeOf = (element: Element) => element.properties['type'];
const linksOf = (path: string, rel: string) =>
  byTag(pageByPath.get(path) ?? { path, html: '', tree: { type: 'root', children: [] }, elements: [], ids: [] }, 'link').filter(
    ({ properties }) => String(properties['rel']) === rel,
  );

describe('the data of the built site', () => {
  const lists: Record<string, { id: string; address: string }[]> = readJson('data/archive.json');

  test('hold as many rows of each kind as the archive has', () => {
    expect(Object.fromEntries(rowKinds.map(({ name }) => [name, lists[name]?.length]))).toEqual({
      decisions: archive.decisions.length,
      statements: archive.decisions.reduce((sum, { data }) => sum + data.statements.length, 0),
      findings: archive.findings.length,
      recommendations: archive.recommendations.length,
      payments: archive.payments.length,
      quotes: archive.quotes.length,
      events: archive.events.length,
      bodies: archive.bodies.length,
      families: archive.families.length,
      persons: archive.persons.length,
      themes: archive.themes.length,
      terms: archive.terms.length,
      conflicts: archive.conflicts.length,
      claims: archive.claims.length,
      sources: archive.sources.length,
      essays: archive.essays.length,
      corrections: archive.corrections.length,
    });
  });

  test('give every record an address that lands', () => {
    const lost = rowKinds.flatMap(({ name }) => (lists[name] ?? []).filter(({ address }) => !lands(address)).map(({ address }) => address));
    expect(lost).toEqual([]);
  });

  test('give no two records of a kind the same id', () => {
    for (const { name } of rowKinds) expect(new Set(lists[name]?.map(({ id }) => id)).size, name).toBe(lists[name]?.length);
  });

  test.each(rowKinds.map(({ name }) => name))('read the same from CSV as from JSON: %s', (name) => {
    const descriptor: PackageDescriptor = readJson('data/datapackage.json');
    expect(joinTables(name, descriptor, (path) => read(`data/${path}`))).toEqual(readJson(`data/${name}.json`));
  });

  test('are the bytes whose digests are given, in the list and on the page', () => {
    const page = read('data/index.html');
    for (const line of read('data/checksums.txt').trimEnd().split('\n')) {
      const [digest = '', name = ''] = line.split('  ');
      expect(
        createHash('sha256')
          .update(readFileSync(join(site, 'data', name)))
          .digest('hex'),
        name,
      ).toBe(digest);
      expect(page).toContain(digest);
    }
  });

  test('annotate only pages and paragraphs that are there, where they are ours', () => {
    const { first } = readJson('data/annotations.jsonld');
    const targets: { source: string; selector?: { value?: string } }[] = first.items.flatMap(({ target }: { target: unknown[] }) => target);
    const own = targets.filter(({ source }) => source.startsWith(origin.href));
    expect(own.length).toBeGreaterThan(0);
    expect(
      own.map(({ source, selector }) => (selector?.value ? `${source}#${selector.value}` : source)).filter((address) => !lands(address)),
    ).toEqual([]);
  });
});

describe('the feeds of the built site', () => {
  test.each(listFeedScopes(archive).map((scope) => nameFeed(archive, scope).path))('at %s are valid, and every entry lands', (path) => {
    const xml = read(`${path.slice(1)}feed.xml`);
    expect(listXmlFaults('atom', xml)).toEqual([]);
    const ids = readXml(xml, '//a:entry/a:id', { a: 'http://www.w3.org/2005/Atom' });
    expect(ids.filter((id) => !lands(id))).toEqual([]);
    expect(readJson(`${path.slice(1)}feed.json`).items.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  test('are announced on every page', () => {
    const silent = pages.filter(
      ({ path }) =>
        !path.startsWith(FRAMED) && linksOf(path, 'alternate').map(typeOf).join(' ') !== 'application/atom+xml application/feed+json',
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('what finders read', () => {
  const NAMESPACE = { s: 'http://www.sitemaps.org/schemas/sitemap/0.9' };
  const listed = readXml(read('sitemap-index.xml'), '//s:loc', NAMESPACE).flatMap((address) =>
    readXml(read(new URL(address).pathname.slice(1)), '//s:loc', NAMESPACE),
  );

  test('the sitemap is valid and lists each page that is its own canonical one and may be indexed, once', () => {
    expect(listXmlFaults('sitemap', read('sitemap-index.xml'))).toEqual([]);
    expect(listXmlFaults('sitemap', read('sitemap-0.xml'))).toEqual([]);
    const meant = pages
      .filter((page) => !byTag(page, 'meta').some(({ properties }) => properties['name'] === 'robots'))
      .map(({ path }) => ({ own: new URL(path, origin).href, canonical: linksOf(path, 'canonical')[0]?.properties['href'] }))
      .filter(({ own, canonical }) => own === canonical)
      .map(({ own }) => own);
    expect(listed.toSorted()).toEqual(meant.toSorted());
    expect(new Set(listed).size).toBe(listed.length);
  });

  test('every canonical address lands', () => {
    const lost = pages
      .filter(({ path }) => path !== '/404.html')
      .flatMap(({ path }) => linksOf(path, 'canonical').map(({ properties }) => String(properties['href'])));
    expect(lost.filter((address) => !lands(address))).toEqual([]);
  });

  test('robots.txt, the search description and the manifest lead to files that are there', () => {
    expect(read('robots.txt')).toContain(`Sitemap: ${new URL('/sitemap-index.xml', origin).href}`);
    expect(listXmlFaults('open-search', read('opensearch.xml'))).toEqual([]);
    for (const { src } of readJson('manifest.webmanifest').icons) expect(existsSync(join(site, src)), src).toBe(true);
  });

  test('there is a security.txt only where somebody reads it', () => {
    const { contact, contactUntil } = archive.settings;
    const isThere = contact !== null && contactUntil !== undefined;
    expect(existsSync(join(site, '.well-known/security.txt'))).toBe(isThere);
    expect(read('about/index.html')).toContain(isThere ? 'security.txt' : 'no address yet for reporting a weakness');
  });
});

describe('JSON-LD', () => {
  const blocks = pages.flatMap((page) =>
    byTag(page, 'script')
      .filter((script) => typeOf(script) === 'application/ld+json')
      .map((script) => ({ page, script })),
  );
  const textOf = (script: Element) => (script.children[0]?.type === 'text' ? script.children[0].value : '');

  test('stands on every page of a decision, quotation, event and essay, on the home page and with the data', () => {
    const { decisions, quotes, events, essays } = archive;
    expect(blocks.length).toBe(decisions.length + quotes.length + events.length + essays.length + 2);
  });

  test('parses on each of them, and names the canonical address of the page', async () => {
    for (const { page, script } of blocks) {
      const [node] = await expand(JSON.parse(textOf(script)));
      expect(node?.['@id'], page.path).toBe(linksOf(page.path, 'canonical')[0]?.properties['href']);
    }
  });

  test('says of a decision what citation tools are told', () => {
    for (const { page, script } of blocks.filter((block) => block.page.path.startsWith('/decisions/'))) {
      const metaOf = (name: string) => byTag(page, 'meta').find(({ properties }) => properties['name'] === name)?.properties['content'];
      const { about } = JSON.parse(textOf(script));
      const [part] = about.hasPart;
      expect([part?.reportNumber, part?.url, about.dateCreated], page.path).toEqual([
        metaOf('dc.identifier'),
        metaOf('citation_public_url'),
        metaOf('citation_date'),
      ]);
    }
  });
});
