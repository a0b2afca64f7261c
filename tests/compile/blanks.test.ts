import { expect, test } from 'vitest';
import { formatProblem } from '../../src/compile/problem.ts';
import { compileRecord } from '../../src/compile/record.ts';
import { compileSources } from '../../src/compile/sources.ts';
import { write, writeSource } from '../builders/content.ts';

const linesOf = (text: string) => compileRecord('event', 'a', 'content/events/a.mdx', text).problems.map(formatProblem);

test('a blank field is named with what belongs in it, and is its line’s only fault', () => {
  const text = write('event', {
    title: 'FILL IN',
    date: 'FILL IN',
    kind: 'FILL IN',
    bodies: ['FILL IN'],
    evidence: [{ source: 'FILL IN' }],
  });
  expect(linesOf(text).map((line) => line.slice('content/events/a.mdx:'.length).replace(/\(.*\)/, '(...)'))).toEqual([
    '2:8 "title" is still blank. Fill it in: What happened, in one line, in our words.',
    '3:7 "date" is still blank. Fill it in: When it happened, as precisely as is known and no more (...).',
    '4:7 "kind" is still blank. Fill it in: What kind of moment it is (...).',
    '5:22 "evidence.source" is still blank. Fill it in: The source, by its id in sources.json (...).',
    '6:10 "bodies" is still blank. Fill it in: The bodies that took part (...).',
  ]);
});

test('blanks in the body are named where they stand, with what belongs there', () => {
  expect(linesOf(write('event', {}, '\nFILL IN, as <Cite id="FILL IN" at="FILL IN" /> says.\n'))).toEqual([
    'content/events/a.mdx:8:1 "FILL IN" is still here. Put your own words in its place.',
    'content/events/a.mdx:8:23 "id" of <Cite> is still blank. Fill it in: the id of a source.',
    'content/events/a.mdx:8:36 "at" of <Cite> is still blank. Fill it in: Where in the source, as a reader finds it: a paragraph, a page, a heading.',
  ]);
});

test('faults on other lines are told beside the blanks', () => {
  expect(
    compileRecord('event', 'a', 'a.mdx', write('event', { title: 'FILL IN', date: '2020-13' })).problems.map(({ kind }) => kind),
  ).toEqual(['unfilled-blank', 'impossible-date']);
});

test('a record with a blank is not linked, so that what refers to it is not blamed', () => {
  expect(compileRecord('event', 'a', 'a.mdx', write('event', { title: 'FILL IN' })).record).toBeUndefined();
});

test.each(['They had to fill in a form', 'The notice said: FILL IN THE FORM', 'Fill In'])('honest words are no blank: %s', (title) => {
  expect(linesOf(write('event', { title }))).toEqual([]);
});

test('blanks in sources are named too, and the source counts as faulty', () => {
  const { problems, faulty } = compileSources(
    'content/sources.json',
    JSON.stringify([writeSource('gazette', { about: 'FILL IN' })], null, 2),
  );
  expect([problems.map(formatProblem), faulty]).toEqual([
    ['content/sources.json:10:16 "custom.about" is still blank. Fill it in: What it is.'],
    ['gazette'],
  ]);
});
