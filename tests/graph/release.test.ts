import { expect, test } from 'vitest';
import { listNewLines, listRefusals } from '../../src/graph/release.ts';
import { buildArchive } from '../../src/graph/build-archive.ts';
import type { PermalinkLine } from '../../src/schema/permalink.ts';
import { compile, folderOf, link } from '../builders/content.ts';

const records = [compile('theme', 'waiting', {}, 'They waited.')];
const { addresses, permalinks } = link(records);
const theme = addresses.filter(({ path }) => path === '/themes/waiting/');
const [page, passage] = theme;
const ids = ['s-law', 's-law-title', passage?.fragment ?? '', 'chart', 'chart-title', 'table'];
const publish = (state: typeof permalinks, linked: string[] = [], files: string[] = []) =>
  listNewLines(
    {
      pages: [
        { path: '/themes/waiting/', ids },
        { path: '/404.html', ids: [] },
      ],
      files: new Set(files),
      linked: new Set(linked),
    },
    addresses,
    state,
    '2027-01-01',
  );
const fragments = (lines: readonly PermalinkLine[]) =>
  lines.map((line) => (line.state === 'live' ? [line.path, ...Object.keys(line.fragments)] : []));

test('a page is recorded with its words, its passages and the sections of its layout, in their order', () => {
  expect(publish(permalinks)).toEqual([
    {
      on: '2027-01-01',
      path: '/themes/waiting/',
      state: 'live',
      fragments: { '': page?.hash, 's-law': null, [passage?.fragment ?? '']: passage?.hash },
    },
  ]);
});

test('whatever a page links to is an address: any id, and any file', () => {
  expect(fragments(publish(permalinks, ['/themes/waiting/#table', '/feed.xml', '/missing.xml'], ['/feed.xml', '/assets/a.css']))).toEqual([
    ['/feed.xml'],
    ['/themes/waiting/', '', 's-law', passage?.fragment, 'table'],
  ]);
});

test('a citation file is no address of its own: it lies beside its page', () => {
  const files = ['/themes/waiting/cite.bib', '/themes/waiting/cite.ris', '/themes/waiting/cite.json', '/feed.json'];
  expect(fragments(publish(permalinks, files, files)).map(([path]) => path)).toEqual(['/feed.json', '/themes/waiting/']);
});

test('a page that says the same is not recorded again; one whose order changed is', () => {
  const again = buildArchive(folderOf(records, { permalinks: publish(permalinks) })).published;
  expect(
    listNewLines(
      { pages: [{ path: '/themes/waiting/', ids }], files: new Set(), linked: new Set() },
      again.addresses,
      again.permalinks,
      '2027-02-02',
    ),
  ).toEqual([]);
  expect(
    fragments(
      listNewLines(
        { pages: [{ path: '/themes/waiting/', ids: ids.toReversed() }], files: new Set(), linked: new Set() },
        again.addresses,
        again.permalinks,
        '2027-02-02',
      ),
    ),
  ).toEqual([['/themes/waiting/', '', passage?.fragment, 's-law']]);
});

test('a page or an element that stands in for something gone is no address of its own', () => {
  const lines: PermalinkLine[] = [
    ...publish(permalinks),
    { on: '2027-02-02', path: '/themes/waiting/#s-law', state: 'moved', to: '/themes/waiting/' },
  ];
  const moved = buildArchive(folderOf(records, { permalinks: lines })).published;
  expect(
    fragments(
      listNewLines(
        { pages: [{ path: '/themes/waiting/', ids }], files: new Set(), linked: new Set() },
        moved.addresses,
        moved.permalinks,
        '2027-03-03',
      ),
    ),
  ).toEqual([['/themes/waiting/', '', passage?.fragment]]);
});

test('a release is refused while nobody answers for it', () => {
  const settings = { title: 'A', subject: 'B.', asOf: '2024-01-01', publisher: null, contact: null, wordsLicence: null };
  expect(listRefusals(settings, undefined).map((sentence) => sentence.split('. ')[0])).toEqual([
    'Nobody answers for this archive',
    'Nobody can ask for a correction or a removal',
    'Nobody knows whether they may use our words',
    'Every link that readers copy would lead nowhere',
  ]);
  const whole = {
    ...settings,
    publisher: 'A society',
    contact: 'a@example.org',
    wordsLicence: { name: 'CC', address: 'https://example.org/' },
  };
  expect([listRefusals(whole, 'https://upheld.example/'), listRefusals(whole, 'https://archive.org.uk')]).toEqual([
    [expect.stringContaining('UPHELD_SITE')],
    [],
  ]);
});
