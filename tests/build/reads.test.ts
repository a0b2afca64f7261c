import { beforeEach, expect, test } from 'vitest';
import {
  defineObject,
  defineRead,
  forbidReads,
  getReadTable,
  hasReadChanged,
  type ReadTable,
  seedReads,
  traceReads,
} from '../../src/build/reads.ts';
import { watchTexts } from '../../src/build/watch-texts.ts';
import type { Entry } from '../../src/graph/archive.ts';
import { compile } from '../builders/content.ts';

let words: Record<string, string> = {};
const getWord = defineRead('word', (id: string) => {
  const word = words[id];
  if (word === undefined) throw new Error('There is no such word');
  return { word };
});
const readTwice = defineRead('twice', (id: string) => [getWord(id).word, getWord('b').word]);

const questionsOf = async (page: () => unknown): Promise<string[]> => {
  const { trace } = await traceReads(() => Promise.resolve(page()));
  return [...trace].map((number) => getReadTable().questions[number] ?? '');
};

/** Renders a page, then says whether it must be rendered again once the words are others. */
async function isStale(page: () => unknown, change: () => void): Promise<boolean> {
  const { trace } = await traceReads(() => Promise.resolve(page()));
  const table: ReadTable = structuredClone(getReadTable());
  change();
  seedReads(table);
  return [...trace].some(hasReadChanged);
}

beforeEach(() => {
  words = { a: 'one', b: 'two' };
  seedReads({ questions: [], answers: [] });
});

test('a page has what it asked, each question once', async () => {
  expect(await questionsOf(() => [getWord('a'), getWord('a'), getWord('b')])).toEqual(['word\ta', 'word\tb']);
});

test('what a read asks in its turn is in its own answer', async () => {
  expect(await questionsOf(() => readTwice('a'))).toEqual(['twice\ta']);
  expect(
    await isStale(
      () => readTwice('a'),
      () => (words['b'] = 'three'),
    ),
  ).toBe(true);
});

test('what a caller gives beyond the question is not asked', async () => {
  expect(await questionsOf(() => ['a', 'b'].map(getWord))).toEqual(['word\ta', 'word\tb']);
});

test.each([
  ['is the same', () => undefined, false],
  ['is another', () => (words['a'] = 'three'), true],
  ['is gone', () => delete words['a'], true],
  ['was not asked for', () => (words['b'] = 'three'), false],
])('where an answer %s, a page is stale: %s', async (_, change, stale) => {
  expect(await isStale(() => getWord('a'), change)).toBe(stale);
});

test('a question of an earlier build that is asked anew has its new answer', async () => {
  await traceReads(() => Promise.resolve(getWord('a')));
  seedReads(structuredClone(getReadTable()));
  words['a'] = 'three';
  await traceReads(() => Promise.resolve(getWord('a')));
  const renewed = structuredClone(getReadTable());
  seedReads(renewed);
  expect(hasReadChanged(renewed.questions.indexOf('word\ta'))).toBe(false);
});

test('a list is one answer, a function of the archive one for each question', async () => {
  const archive = defineObject('made', { words: ['a'], others: ['b'], urlOf: (kind: string, id: string) => `/${kind}/${id}/` });
  expect(await questionsOf(() => [archive.words.map((word) => word), archive.urlOf('term', 'a')])).toEqual([
    'made.words',
    'urlOf\tterm\ta',
  ]);
});

test('the text of a record counts apart from its data', async () => {
  const entry: Entry = compile('term', 'panel', {}, 'It meets.');
  watchTexts([entry]);
  expect(await questionsOf(() => entry.data)).toEqual([]);
  expect(await questionsOf(() => entry.segments)).toEqual(['text\tterm\tpanel']);
  expect(await questionsOf(() => entry.anchors)).toEqual(['text\tterm\tpanel']);
  expect(entry.segments[0]).toContain('It meets.');
});

test('nothing is read while modules load', async () => {
  await expect(forbidReads(() => Promise.resolve(void getWord('a')))).rejects.toThrow('"word" was read while a module loads');
  expect(getWord('a')).toEqual({ word: 'one' });
});

test('two pages at once are refused, for what each reads could not be told apart', async () => {
  await expect(traceReads(() => traceReads(() => Promise.resolve(1)))).rejects.toThrow('Two pages are rendered at once');
});
