import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { listLostLinks, listRootAddresses, readEdition, ZIP } from './read-edition.ts';

const site = inject('site');
const edition = readEdition(site);
const { files, textOf, pages } = edition;
const published = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(site, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

test('every file of the site is in it, but for what only servers read', () => {
  const absent = published.filter((file) => !files.has(file) && !files.has(`${file}.js`));
  expect(
    absent.filter(
      (file) =>
        !/^(?:_|robots|sitemap|opensearch|manifest|\.well-known\/|downloads\/|cards\/|worker\.js|offline\/[^/]+\.js|bill-of-materials)/.test(
          file,
        ),
    ),
  ).toEqual([]);
  expect(pages.length).toBeGreaterThan(100);
  expect(files.has(ZIP)).toBe(false);
});

test('data, fonts and pictures are the same bytes as on the site', () => {
  const kept = published.filter((file) => /\.(?:json|csv|jsonld|bib|ris|xml|woff2|png|svg)$/.test(file) && files.has(file));
  expect(kept.length).toBeGreaterThan(50);
  expect(kept.filter((file) => Buffer.compare(readFileSync(join(site, file)), files.get(file) ?? Buffer.alloc(0)) !== 0)).toEqual([]);
});

test('every link within it leads to a file and to a place there', () => {
  expect(listLostLinks(edition)).toEqual([]);
});

test('no address in it begins at the root of the disk, and nothing is a module', () => {
  expect(listRootAddresses(edition)).toEqual([]);
  const types = edition.attributes.filter(({ tag, name }) => tag === 'script' && name === 'type').map(({ value }) => value);
  expect(new Set(types)).toEqual(new Set(['application/ld+json']));
});

test('every page says what it is, of which day, and where the page on the web and the sums are', () => {
  const silent = pages.filter((page) => {
    const live = new RegExp(`data-live="https://[^"]+/${page.replace(/(^|\/)index\.html$/, '$1')}"`);
    return !live.test(textOf(page)) || !/<aside class="edition".*brought up to \d+ \w+ \d{4}.*href="https:.*SHA256SUMS/.test(textOf(page));
  });
  expect(silent).toEqual([]);
});

test('the list of sums names every other file, in the way that sha256sum reads, and each is right', () => {
  const lines = textOf('SHA256SUMS').trimEnd().split('\n');
  const sums = new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
  expect([...sums.keys()].toSorted()).toEqual([...files.keys()].filter((file) => file !== 'SHA256SUMS').toSorted());
  const wrong = [...sums].filter(
    ([file, sum]) =>
      createHash('sha256')
        .update(files.get(file) ?? '')
        .digest('hex') !== sum,
  );
  expect(wrong).toEqual([]);
});

test('it is at most half as large again as the site with every file packed, and the site says its size', () => {
  const { size } = statSync(join(site, ZIP));
  const gzipped = published.filter((file) => file !== ZIP).reduce((sum, file) => sum + gzipSync(readFileSync(join(site, file))).length, 0);
  expect(size / gzipped).toBeLessThan(1.5);
  const said = /data-offline-size[^>]*>([\d.]+) MB</.exec(readFileSync(join(site, 'data/index.html'), 'utf8'))?.[1];
  expect(Math.abs(Number(said) - size / 1e6)).toBeLessThan(0.06);
});

test('nothing of the machine that built it stands in it', () => {
  const traces = [process.cwd(), site, '.upheld/builds', 'node_modules'];
  const texts = [...files.keys()].filter((file) => /\.(?:html|css|js|txt|json|xml)$/.test(file) || file === 'SHA256SUMS');
  expect(texts.filter((file) => traces.some((trace) => textOf(file).includes(trace)))).toEqual([]);
});
