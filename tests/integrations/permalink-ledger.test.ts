import { expect, test } from 'vitest';
import { replayPermalinks } from '../../src/graph/permalinks.ts';
import type { BuiltSite } from '../../src/integrations/built-site.ts';
import { listDeadAddresses, listEmptySections } from '../../src/integrations/permalink-ledger.ts';
import type { PermalinkLine } from '../../src/schema/permalink.ts';

const A = '11111111';
const live = (path: string, fragments: Record<string, string | null>): PermalinkLine => ({
  on: '2027-01-01',
  path,
  state: 'live',
  fragments,
});
const replay = (...lines: PermalinkLine[]) =>
  replayPermalinks(
    lines.map((data, index) => ({ file: 'permalinks.jsonl', line: index + 1, data })),
    () => false,
  ).permalinks;
const site = (pages: Record<string, string[]>, files: string[] = []): BuiltSite => ({
  pageByPath: new Map(Object.entries(pages).map(([path, ids]) => [path, { ids: new Set(ids), mainIds: ids, links: [] }])),
  files: new Set(files),
});

test('every page, fragment and file ever published must land', () => {
  const permalinks = replay(live('/a/', { '': A, 'p-1': A }), live('/b/', {}), live('/feed.xml', {}));
  expect(listDeadAddresses(permalinks, site({ '/a/': ['p-1'], '/b/': [] }, ['/feed.xml']))).toEqual([]);
  expect(listDeadAddresses(permalinks, site({ '/a/': ['p-2'] }))).toEqual([
    '/a/#p-1 (published, live)',
    '/b/ (published, live)',
    '/feed.xml (published, live)',
  ]);
});

test('so must the page that stands in for one that went, each fragment of it, and where it went', () => {
  const permalinks = replay(live('/a/', { 'p-1': A }), live('/b/', { 'p-1': A }), {
    on: '2027-02-02',
    path: '/a/',
    state: 'moved',
    to: '/b/',
  });
  expect(listDeadAddresses(permalinks, site({ '/a/': ['p-1'], '/b/': ['p-1'] }))).toEqual([]);
  expect(listDeadAddresses(permalinks, site({ '/a/': [], '/b/': ['p-1'] }))).toEqual(['/a/#p-1 (published, moved)']);
  expect(listDeadAddresses(permalinks, site({ '/a/': ['p-1'] }))).toEqual([
    '/b/ (where /a/ moved to)',
    '/b/#p-1 (where /a/#p-1 moved to)',
    '/b/ (published, live)',
    '/b/#p-1 (published, live)',
  ]);
});

test('a withdrawn file may be gone, a withdrawn page must say so', () => {
  const permalinks = replay(
    live('/a/', {}),
    live('/a.csv', {}),
    ...['/a/', '/a.csv'].map((path): PermalinkLine => ({ on: '2027-02-02', path, state: 'withdrawn', reason: 'legal' })),
  );
  expect(listDeadAddresses(permalinks, site({}))).toEqual(['/a/ (published, withdrawn)']);
});

test('a section that other pages of its kind still print is empty here; one that none prints is lost', () => {
  const permalinks = replay(live('/themes/a/', { 's-essays': null, 's-law': null }), live('/themes/b/', { 's-essays': null }));
  const built = site({ '/themes/a/': [], '/themes/b/': ['s-essays'], '/bodies/c/': ['s-law'] });
  expect(listEmptySections(permalinks, built).map(({ path, fragment }) => `${path}#${fragment}`)).toEqual(['/themes/a/#s-essays']);
});
