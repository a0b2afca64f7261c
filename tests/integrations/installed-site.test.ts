import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeInstalledSite } from '../../src/integrations/installed-site.ts';
import { listOf } from '../../src/worker/edition.ts';

let site: string;

const write = (file: string, text: string) => {
  mkdirSync(dirname(join(site, file)), { recursive: true });
  writeFileSync(join(site, file), text);
};
const read = (file: string) => readFileSync(join(site, file), 'utf8');
const readManifest = () => JSON.parse(read('offline/edition.json'));
const toSum = (text: string) => [createHash('sha256').update(text).digest('hex').slice(0, 32), text.length];
const finish = (more: Partial<Parameters<typeof writeInstalledSite>[1]> = {}) =>
  writeInstalledSite(site, { asOf: '2026-01-01', withdrawn: [], ...more });

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), 'upheld-site-'));
  write('index.html', 'first page');
  write('search/index.html', '<record-search data-base></record-search>');
  write('offline/index.html', 'offline page');
  write('decisions/a/index.html', 'a decision');
  write('assets/a.js', 'script');
  write('pagefind/pagefind.js', 'engine');
  write('pagefind/index/a.pf_index', 'a part of the index');
});
afterEach(() => rmSync(site, { recursive: true, force: true }));

test('an edition holds every file by its path, with its sum, and nothing that no reader opens', () => {
  for (const file of [
    '_redirects',
    'robots.txt',
    '404.html',
    'sitemap-0.xml',
    'cards/a.png',
    'downloads/a.zip',
    'index.html.br',
    'SHA256SUMS',
  ])
    write(file, 'x');
  finish({ withdrawn: ['/decisions/b/#q-c'] });
  const { files, ...rest } = readManifest();
  expect(Object.keys(files)).toEqual([
    'assets/a.js',
    'decisions/a/',
    '',
    'offline/',
    'pagefind/index/a.pf_index',
    'pagefind/pagefind.js',
    'search/',
  ]);
  expect(files['decisions/a/']).toEqual(toSum('a decision'));
  expect(rest).toMatchObject({ asOf: '1 January 2026', whole: true, withdrawn: ['decisions/b/#q-c'], lists: [] });
});

test('the worker names the sum of its manifest, so that it is another for every edition and the same for the same one', () => {
  finish();
  const [worker, manifest] = [read('worker.js'), read('offline/edition.json')];
  expect(worker).toContain(toSum(manifest)[0]);
  finish();
  expect(read('worker.js')).toBe(worker);
  write('decisions/a/index.html', 'a corrected decision');
  finish();
  expect(read('worker.js')).not.toBe(worker);
});

test('the search page says which index it searches, and changes with it', () => {
  finish();
  const before = read('search/index.html');
  expect(before).toBe(`<record-search data-index="${readManifest().index}" data-base></record-search>`);
  write('pagefind/index/a.pf_index', 'another part');
  finish();
  expect(read('search/index.html')).not.toBe(before);
});

describe('a large archive', () => {
  const limits = { files: 5, bytes: 1_000_000, searchBytes: 1_000_000 };

  test('gives the shell and the search at once, and lists the rest, each list with its sum', () => {
    finish({ limits });
    const { files, lists, whole } = readManifest();
    expect(whole).toBe(false);
    expect(Object.keys(files)).not.toContain('decisions/a/');
    expect(Object.keys(files)).toContain('pagefind/index/a.pf_index');
    const list = read(`offline/files-${listOf('decisions/a/', lists.length)}.json`);
    expect(lists).toEqual([toSum(list)]);
    expect(JSON.parse(list)).toEqual({ 'decisions/a/': toSum('a decision') });
  });

  test('of which the index is large too gives only its beginning', () => {
    finish({ limits: { ...limits, searchBytes: 10 } });
    const { files } = readManifest();
    expect(Object.keys(files)).toContain('pagefind/pagefind.js');
    expect(Object.keys(files)).not.toContain('pagefind/index/a.pf_index');
  });

  test('spreads its files evenly over the lists', () => {
    const counts = Array.from({ length: 8 }, () => 0);
    for (let number = 0; number < 2_000; number++) counts[listOf(`decisions/${number}/`, 8)]! += 1;
    expect(Math.max(...counts)).toBeLessThan(350);
    expect(Math.min(...counts)).toBeGreaterThan(150);
  });
});

test('where there must be no worker, one that removes itself takes its place', () => {
  finish({ worker: false });
  expect(read('worker.js')).toBe(read('offline/recall.js'));
  expect(read('worker.js')).not.toContain('fetch');
});

test('a search page without a search fails the build', () => {
  write('search/index.html', 'nothing');
  expect(() => finish()).toThrow('search/index.html has no <record-search>');
});
