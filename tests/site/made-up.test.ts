import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowKinds } from '../../src/exports/rows/row-kinds.ts';
import { readXml } from '../exports/validate-xml.ts';
import { listOwedRows, readAccessPage } from './access-table.ts';
import { copyProject } from './copy-project.ts';
import { outline } from './outline.ts';
import { listLostLinks, listRootAddresses, readEdition } from './read-edition.ts';
import { type BuiltPage, byTag, readSite } from './read-site.ts';

const SITE = 'https://record.example';
const BASE = '/kept/archive';
const MADE_UP = 'tests/site/made-up';
const root = resolve('.upheld/made-up');
const site = join(root, 'dist');
let pages: BuiltPage[] = [];
let remove = (): void => undefined;

const read = (path: string) => readFileSync(join(site, path), 'utf8');

/** Builds made-up content as for a site that begins under a path, where the machine has variables that Astro knows by name. */
beforeAll(() => {
  const names = readdirSync(MADE_UP, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:mdx|jsonl?)$/.test(name));
  const project = copyProject(root, Object.fromEntries(names.map((name) => [name, readFileSync(join(MADE_UP, name), 'utf8')])));
  remove = project.remove;
  project.build({ BASE_URL: '/stray/', SITE: 'https://stray.example', UPHELD_SITE: SITE, UPHELD_BASE: BASE });
  pages = readSite(site);
}, 180_000);

afterAll(() => remove());

describe('a site that begins under a path', () => {
  test('keeps the path in every link to itself', () => {
    const strays = pages.flatMap((page) =>
      byTag(page, 'a', 'link', 'script', 'img', 'form').flatMap(({ properties }) => {
        const written = String(properties['href'] ?? properties['src'] ?? properties['action'] ?? '');
        return written.startsWith('/') && !written.startsWith(`${BASE}/`) ? [`${page.path}: ${written}`] : [];
      }),
    );
    expect(strays).toEqual([]);
  });

  test('names itself by whole addresses under it', () => {
    for (const page of pages) {
      const canonical = byTag(page, 'link').find(({ properties }) => String(properties['rel']) === 'canonical')?.properties['href'];
      expect(canonical, page.path).toMatch(new RegExp(`^${SITE}${BASE}/`));
    }
  });

  test('keeps the path in data, feeds, sitemap, robots and search description', () => {
    const start = `${SITE}${BASE}/`;
    const whole = JSON.parse(read('data/archive.json'));
    const addresses = [
      whole.address,
      whole.$schema,
      ...rowKinds.flatMap(({ name }) => whole[name].map(({ address }: { address: string }) => address)),
      ...JSON.parse(read('feed.json')).items.map(({ id }: { id: string }) => id),
      ...readXml(read('feed.xml'), '//a:id', { a: 'http://www.w3.org/2005/Atom' }),
      ...readXml(read('sitemap-0.xml'), '//s:loc', { s: 'http://www.sitemaps.org/schemas/sitemap/0.9' }),
      ...readXml(read('sitemap-index.xml'), '//s:loc', { s: 'http://www.sitemaps.org/schemas/sitemap/0.9' }),
    ];
    expect(addresses.filter((address) => !String(address).startsWith(start))).toEqual([]);
    expect(read('robots.txt')).toContain(`Sitemap: ${start}sitemap-index.xml`);
    expect(read('opensearch.xml')).toContain(`template="${start}search/?q={searchTerms}"`);
  });

  test('leaves the path out of the offline edition, but for the addresses on the web', () => {
    const edition = readEdition(site);
    expect(edition.pages.length).toBe(pages.length);
    expect(listLostLinks(edition)).toEqual([]);
    expect(listRootAddresses(edition)).toEqual([]);
    expect(edition.textOf('about/index.html')).toContain(`data-live="${SITE}${BASE}/about/"`);
  });

  test('says of each page in the sitemap what the page says of itself', () => {
    const listed = readXml(read('sitemap-0.xml'), '//s:loc', { s: 'http://www.sitemaps.org/schemas/sitemap/0.9' });
    const own = new Set(pages.map(({ path }) => `${SITE}${BASE}${path}`));
    expect(listed.filter((address) => !own.has(address))).toEqual([]);
    expect(listed.length).toBeGreaterThan(40);
  });
});

test('the accessibility page says of each recorded check what came of it, and of no other', () => {
  const { rows, text } = readAccessPage(pages);
  expect(rows).toEqual([
    ['Doors open.', 'passed'],
    ['Lamps glow.', 'failed'],
    ['Bells ring.', 'not run'],
    ['Stairs are even. Not shown: not outside.', 'passed'],
  ]);
  expect(rows).toEqual(listOwedRows(readFileSync(join(MADE_UP, 'access.json'), 'utf8')));
  expect(text).toContain('on 30 December 2022, in Chromium 1.2.3 and with axe-core 4.5.6');
  expect(text).toContain('Of 4 checks: 2 passed, 1 failed, 1 not run.');
  expect(text).toContain('No person who uses a screen reader has tested this record');
});

test.each([
  ['home', '/'],
  ['recommendations', '/recommendations/'],
  ['payments', '/payments/'],
  ['conflicts', '/conflicts/'],
  ['body', '/bodies/board/'],
  ['people', '/people/'],
  ['theme', '/themes/waiting/'],
  ['essay', '/essays/on-waiting/'],
])('the page "%s" of the made-up record is as it was', async (name, path) => {
  const main = pages.filter((page) => page.path === path).flatMap((page) => byTag(page, 'main'))[0];
  if (!main) throw new Error(`There is no page at ${path}`);
  await expect(outline(main).replaceAll(`(${BASE}/`, '(/')).toMatchFileSnapshot(`__golden__/${name}.txt`);
});
