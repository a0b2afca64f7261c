import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { expect, inject, test } from 'vitest';
import { listTags, readAttributes } from '../../src/integrations/html-tags.ts';

const site = inject('site');
const ZIP = 'downloads/upheld-offline.zip';
const packed = readFileSync(join(site, ZIP));
const files = new Map(Object.entries(unzipSync(packed)));
const textOf = (file: string) => strFromU8(files.get(file) ?? new Uint8Array());
const pages = [...files.keys()].filter((file) => file.endsWith('.html'));
const published = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(site, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

const attributesOf = (page: string) =>
  [...listTags(textOf(page))].flatMap((tag) => [...readAttributes(tag.attributes)].map((pair) => [tag.name, ...pair] as const));
const idsByPage = new Map(
  pages.map((page) => [page, new Set(attributesOf(page).flatMap(([, name, value]) => (name === 'id' ? [value] : [])))]),
);

test('every file of the site is in it, but for what only servers read', () => {
  const absent = published.filter((file) => !files.has(file) && !files.has(`${file}.js`));
  expect(absent.filter((file) => !/^(?:_|robots|sitemap|opensearch|manifest|\.well-known\/|downloads\/)/.test(file))).toEqual([]);
  expect(pages.length).toBeGreaterThan(100);
  expect(files.has(ZIP)).toBe(false);
});

test('data are the same bytes as on the site', () => {
  const data = published.filter((file) => /\.(?:json|csv|jsonld|bib|ris|xml|woff2|png)$/.test(file) && files.has(file));
  expect(data.length).toBeGreaterThan(50);
  expect(data.filter((file) => Buffer.compare(readFileSync(join(site, file)), files.get(file) ?? Buffer.alloc(0)) !== 0)).toEqual([]);
});

test('every link within it leads to a file and to a place there', () => {
  const lost = pages.flatMap((page) =>
    attributesOf(page).flatMap(([, name, value]) => {
      if (!['href', 'src', 'action'].includes(name) || /^[a-z][a-z0-9+.-]*:/i.test(value)) return [];
      const [path = '', fragment = ''] = value.replace(/\?[^#]*/, '').split('#');
      const target = path ? posix.join(posix.dirname(page), decodeURI(path)) : page;
      const lands = files.has(target) && (!fragment || !idsByPage.has(target) || idsByPage.get(target)?.has(decodeURIComponent(fragment)));
      return lands ? [] : [`${page}: ${value}`];
    }),
  );
  expect(lost).toEqual([]);
});

test('no address in it begins at the root of the disk, and nothing is a module', () => {
  const addresses = pages.flatMap((page) => attributesOf(page).map(([tag, name, value]) => ({ page, tag, name, value })));
  // `data-words` has addresses that are copied, and never opened from here.
  expect(addresses.filter(({ name, value }) => value.startsWith('/') && name !== 'data-words')).toEqual([]);
  expect(addresses.filter(({ tag, name, value }) => tag === 'script' && name === 'type' && value !== 'application/ld+json')).toEqual([]);
});

test('every page says what it is, of which day, and where the page on the web and the sums are', () => {
  const silent = pages.filter((page) => {
    const live = new RegExp(`data-live="https://[^"]+/${page.replace(/(^|\/)index\.html$/, '$1')}"`);
    return !live.test(textOf(page)) || !/<aside class="edition".*brought up to \d+ \w+ \d{4}.*href="https:.*SHA256SUMS/.test(textOf(page));
  });
  expect(silent).toEqual([]);
});

test('the list of sums names every other file, in the way that sha256sum reads, and each is right', () => {
  const lines = textOf('SHA256SUMS')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  '));
  expect(lines.map(([, file]) => file).toSorted()).toEqual([...files.keys()].filter((file) => file !== 'SHA256SUMS').toSorted());
  const wrong = lines.filter(
    ([sum, file = '']) =>
      createHash('sha256')
        .update(files.get(file) ?? '')
        .digest('hex') !== sum,
  );
  expect(wrong).toEqual([]);
});

test('it is at most half as large again as the site with every file packed, and the site says its size', () => {
  const gzipped = published.filter((file) => file !== ZIP).reduce((sum, file) => sum + gzipSync(readFileSync(join(site, file))).length, 0);
  expect(packed.length / gzipped).toBeLessThan(1.5);
  const words = /data-offline-size[^>]*>([^<]*)</.exec(readFileSync(join(site, 'data/index.html'), 'utf8'))?.[1];
  expect(Number(words?.replace(' MB', ''))).toBeCloseTo(packed.length / 1e6, 0);
  expect(textOf('data/index.html')).not.toContain(words);
});

test('nothing of the machine that built it stands in it', () => {
  const traces = [process.cwd(), site, '.upheld/builds', 'node_modules'];
  const texts = [...files.keys()].filter((file) => /\.(?:html|css|js|txt|json|xml)$/.test(file) || file === 'SHA256SUMS');
  expect(texts.filter((file) => traces.some((trace) => textOf(file).includes(trace)))).toEqual([]);
});
