import { existsSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { CHECKSUMS, digestOf, writeChecksums } from '../../src/integrations/checksums.ts';
import { precompress } from '../../src/integrations/precompress.ts';
import { makeFolder, writeFiles } from '../builders/files.ts';

const long = 'What was asked, and what became of it. '.repeat(100);
const FILES = { 'index.html': long, 'data/a.csv': `id,words\na,${long}`, 'short.html': 'Brief', 'cards/a.png': long };

function list(site: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  writeFileSync(
    join(site, CHECKSUMS),
    writeChecksums(Object.entries(files).map(([path, content]) => [path, digestOf(Buffer.from(content))])),
  );
  return site;
}
const makeSite = (files: Readonly<Record<string, string | Uint8Array>> = FILES) => list(makeFolder(files), files);

const copies = (site: string) =>
  readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:gz|br)$/.test(path))
    .toSorted();

test('every text of 1 KB has copies that unpack to it, and nothing else has', () => {
  const site = makeSite();
  expect(precompress(site)).toEqual({ written: 4, kept: 0, removed: 0 });
  expect(copies(site)).toEqual(['data/a.csv.br', 'data/a.csv.gz', 'index.html.br', 'index.html.gz']);
  for (const file of ['index.html', 'data/a.csv'] as const) {
    expect(gunzipSync(readFileSync(join(site, `${file}.gz`))).toString()).toBe(FILES[file]);
    expect(brotliDecompressSync(readFileSync(join(site, `${file}.br`))).toString()).toBe(FILES[file]);
  }
});

test('a text that packing makes no tenth smaller has no copy', () => {
  const dense = Buffer.concat(Array.from({ length: 100 }, (_, index) => Buffer.from(digestOf(Buffer.from(String(index))), 'hex')));
  const site = makeSite({ 'a.txt': dense });
  precompress(site);
  expect(copies(site)).toEqual([]);
});

test('a copy has the time of its file, and nothing of it within', () => {
  const site = makeSite();
  const day = new Date('2001-02-03T04:05:06Z');
  precompress(site);
  const first = readFileSync(join(site, 'index.html.gz'));
  rmSync(join(site, 'index.html.gz'));
  utimesSync(join(site, 'index.html'), day, day);
  precompress(site);
  expect(statSync(join(site, 'index.html.gz')).mtime).toEqual(day);
  expect(readFileSync(join(site, 'index.html.gz'))).toEqual(first);
});

test('what is right already is left alone', () => {
  const site = makeSite();
  precompress(site);
  const { ino } = statSync(join(site, 'index.html.gz'));
  expect(precompress(site)).toEqual({ written: 0, kept: 4, removed: 0 });
  expect(statSync(join(site, 'index.html.gz')).ino).toBe(ino);
});

test('copies that hold other words, are broken, or belong to nothing do not stay', () => {
  const site = makeSite();
  precompress(site);
  const next = { 'index.html': long.replace('asked', 'said'), 'short.html': 'Brief' };
  rmSync(join(site, 'data'), { recursive: true });
  rmSync(join(site, 'cards'), { recursive: true });
  writeFiles(site, { ...next, 'gone/index.html.gz': 'x', 'short.html.br': 'x', 'index.html.br': 'broken' });
  list(site, next);
  expect(precompress(site)).toEqual({ written: 2, kept: 0, removed: 2 });
  expect(copies(site)).toEqual(['index.html.br', 'index.html.gz']);
  expect(gunzipSync(readFileSync(join(site, 'index.html.gz'))).toString()).toBe(next['index.html']);
  expect(brotliDecompressSync(readFileSync(join(site, 'index.html.br'))).toString()).toBe(next['index.html']);
});

test('a file that the release itself packed is not taken for a copy', () => {
  const site = makeSite({ 'downloads/all.tar.gz': 'packed' });
  expect(precompress(site)).toEqual({ written: 0, kept: 0, removed: 0 });
  expect(existsSync(join(site, 'downloads/all.tar.gz'))).toBe(true);
});

test('a folder that is no built site, or is not as it was built, is refused', () => {
  expect(() => precompress(makeFolder({ 'letters.txt': long }))).toThrow('has no SHA256SUMS, so it is no built site');
  const site = makeSite();
  writeFileSync(join(site, 'index.html'), 'House');
  expect(() => precompress(site)).toThrow('index.html is not the file that was built. Run npm run build');
});
