import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArchive } from '../../src/graph/build-archive.ts';
import { compile, evidence, folderOf, link, writeSource } from '../builders/content.ts';

const quote = { id: 'words', text: 'It shall act', voice: 'finding', speaker: { body: 'watchdog' }, evidence };
const recommendation = {
  id: 'plan',
  action: 'Plan',
  to: ['borough'],
  evidence,
  history: [{ state: 'recommended', text: 'So.', evidence }],
};
const family = (id: string) =>
  compile('family', id, { persons: [{ id: 'aunt', role: 'the aunt', names: [{ decision: '11-222-333', name: 'Ms Q', evidence }] }] });

const records = () => [
  compile('decision', '11-222-333', { quotes: [quote], recommendations: [recommendation] }, 'It <Event id="a" /> <Theme id="waiting" />.'),
  compile('decision', '22-333-444', { ref: '22 333 444', recommendations: [{ ...recommendation, id: 'train' }] }),
  compile('decision', '33-444-555', { ref: '33 444 555', date: '2019', quotes: [quote] }, '<Theme id="waiting" />'),
  compile('event', 'a'),
  compile('event', 'b'),
  compile('event', 'c', { date: '../2020' }),
  compile('theme', 'waiting'),
  compile('theme', 'delay'),
  compile('term', 'a'),
  compile('term', 'b'),
  family('z'),
  family('y'),
  compile('essay', 'a'),
  compile('essay', 'b'),
  compile('conflict', 'a'),
  compile('conflict', 'b'),
  compile('correction', 'a'),
  compile('correction', 'b'),
  compile('claim', 'z', { says: { pence: 1 }, tests: [{ label: 'All', sum: {}, fits: false }] }),
  compile('claim', 'y', { says: { pence: 1 }, tests: [{ label: 'All', sum: {}, fits: false }] }),
];
const sources = [writeSource('one', { short: 'Same' }), writeSource('two', { short: 'Same', about: 'Another.' })];
const checks = ['11-222-333/words', '33-444-555/words'].map((id) => ({
  quote: id,
  source: 'gazette',
  held: false,
  on: 'unknown',
  result: 'verified',
}));

/** All of an archive as text, with what its maps hold, in their order. */
const print = (value: unknown) => JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Map ? [...inner] : inner), 1);

test('the order of the files makes no difference to the archive', () => {
  const folder = folderOf(records(), { sources, checks });
  const { archive, problems } = buildArchive(folder);
  expect([problems, archive === undefined]).toEqual([[], false]);
  const shuffle = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });
  fc.assert(
    fc.property(shuffle(folder.records), shuffle(folder.sources), (shuffled, shuffledSources) => {
      expect(print(buildArchive({ ...folder, records: shuffled, sources: shuffledSources }).archive)).toBe(print(archive));
    }),
    { numRuns: 50 },
  );
});

test('the order of the files makes no difference to the problems', () => {
  const folder = folderOf(
    [
      ...records(),
      compile('term', 'x', {}, 'They met.'),
      compile('term', 'y', {}, 'They met.'),
      compile('event', 'd', { themes: ['wating'], bodies: ['x'] }),
    ],
    { sources: [...sources, sources[0] ?? {}] },
  );
  const { problems } = buildArchive(folder);
  expect(problems.length).toBeGreaterThan(4);
  expect(buildArchive({ ...folder, records: folder.records.toReversed(), sources: folder.sources.toReversed() }).problems).toEqual(
    problems,
  );
});

test('linking changes nothing of what was compiled', () => {
  const folder = folderOf(records(), { sources, checks });
  const before = structuredClone(folder);
  buildArchive(folder);
  expect(folder).toEqual(before);
});

test('there is no archive with a problem in it', () => {
  const folder = folderOf(records(), { sources, checks });
  const problem = { file: 'a.mdx', line: 1, column: 1, kind: 'bad-value', message: 'It is wrong' } as const;
  expect(buildArchive({ ...folder, problems: [problem] })).toMatchObject({ archive: undefined, problems: [problem] });
});

test('decisions and events stand by date, corrections latest first', () => {
  const archive = link([...records(), compile('correction', 'c', { date: '2020' })], { sources, checks });
  expect([archive.decisions, archive.events, archive.corrections].map((list) => list.map(({ id }) => id))).toEqual([
    ['33-444-555', '11-222-333', '22-333-444'],
    ['c', 'a', 'b'],
    ['b', 'a', 'c'],
  ]);
});

test('every thing that can be pointed at has a label', () => {
  const archive = link(records(), { sources, checks });
  const lists = {
    decision: archive.decisions,
    event: archive.events,
    body: archive.bodies,
    family: archive.families,
    person: archive.persons,
    theme: archive.themes,
    term: archive.terms,
    conflict: archive.conflicts,
    claim: archive.claims,
    essay: archive.essays,
    correction: archive.corrections,
    source: archive.sources,
    recommendation: archive.recommendations,
    quote: archive.quotes,
  };
  const missing = Object.entries(lists)
    .flatMap(([kind, list]) => list.map(({ id }) => `${kind}:${id}`))
    .filter((key) => !archive.labels.get(key));
  expect([missing, archive.labels.size]).toEqual([[], Object.values(lists).flat().length]);
});

test('a conflict is marked at every thing it is about', () => {
  const archive = link(
    [...records(), compile('conflict', 'c', { title: 'Three counts', passages: [{ event: 'a' }, { quote: '11-222-333/words' }] })],
    { sources, checks },
  );
  expect(
    ['event:a', 'quote:11-222-333/words', 'decision:11-222-333'].map((key) => archive.conflictsByTarget.get(key)?.map(({ id }) => id)),
  ).toEqual([['c'], ['c'], ['a', 'b']]);
});
