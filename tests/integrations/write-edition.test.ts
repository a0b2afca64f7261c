import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { EDITION } from '../../src/integrations/offline/edition-files.ts';
import { writeEdition } from '../../src/integrations/offline/write-edition.ts';
import { makeFolder } from '../builders/files.ts';

const about = { title: 'An archive', asOf: '2024-05-06', publication: { site: 'https://archive.example', base: '/' } };

const page = (words: string, to = '/b/') => `<html lang="en"><body><main><p>${words}</p><a href="${to}">b</a></main></body></html>`;
const FILES = {
  'a/index.html': page('One.'),
  'b/index.html': page('Two.', '/c/'),
  'data.json': '{"a":1}',
  'style.css': 'p{color:red}',
};

const write = async (files: Readonly<Record<string, string>>, previous?: string, of = about, workers = 0) => {
  const folder = makeFolder(Object.fromEntries(Object.entries(files).map(([name, content]) => [`site/${name}`, content])));
  const site = join(folder, 'site');
  const digestFile = (file: string) =>
    createHash('sha256')
      .update(readFileSync(join(site, file)))
      .digest('hex');
  const { packed } = await writeEdition({ site, previous, digestFile, workers }, join(site, EDITION), of);
  return { site, packed, zip: readFileSync(join(site, EDITION)) };
};

// The note for readers, the styles and the sums are made each time.
const ALWAYS = 3;

test.each([
  ['nothing', FILES, ALWAYS],
  ['a page', { ...FILES, 'a/index.html': page('One, mended.') }, ALWAYS + 1],
  ['a data file', { ...FILES, 'data.json': '{"a":2}' }, ALWAYS + 1],
  ['what a page found, which is gone,', { 'a/index.html': FILES['a/index.html'], 'style.css': FILES['style.css'] }, ALWAYS + 1],
  ['what a page did not find, which is there now,', { ...FILES, 'c/index.html': page('Three.') }, ALWAYS + 2],
  ['what no page looked for', { ...FILES, 'd/index.html': page('Four.') }, ALWAYS + 1],
])('where %s has changed, the edition is as one made anew, and no more is packed than must be', async (_, files, expected) => {
  const before = await write(FILES);
  const after = await write(files, before.site);
  const fresh = await write(files);
  expect(after.zip.equals(fresh.zip)).toBe(true);
  expect(Object.keys(unzipSync(after.zip))).toContain('a/index.html');
  expect(after.packed).toBe(expected);
});

test.each([1, 2, 3])('packed by %i threads it is the same', async (workers) => {
  const files = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`p-${at}/index.html`, page(`Page ${at}.`, `/p-${at + 1}/`)]));
  const alone = await write(files, undefined, about, 0);
  expect((await write(files, undefined, about, workers)).zip.equals(alone.zip)).toBe(true);
});

test('a page that cannot be packed is named, whichever thread met it', async () => {
  const files = { ...FILES, 'd/index.html': '<p>Nothing of a page</p>' };
  await expect(write(files, undefined, about, 2)).rejects.toThrow('d/index.html has no main element');
  await expect(write(files, undefined, about, 0)).rejects.toThrow('d/index.html has no main element');
});

test('where it says something else of itself, every page is packed anew', async () => {
  const later = { ...about, asOf: '2024-05-07' };
  const before = await write(FILES);
  const after = await write(FILES, before.site, later);
  expect(after.packed).toBe(Object.keys(FILES).length + 2);
  expect(after.zip.equals((await write(FILES, undefined, later)).zip)).toBe(true);
});

test('where the earlier edition is gone, everything is packed', async () => {
  const before = await write(FILES);
  rmSync(join(before.site, EDITION));
  expect((await write(FILES, before.site)).packed).toBe(Object.keys(FILES).length + 2);
});
