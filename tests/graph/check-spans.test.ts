import { expect, test } from 'vitest';
import { compile, linkProblems } from '../builders/content.ts';

const events = [compile('event', 'early', { date: '2020-01-01' }), compile('event', 'late', { date: '2021-01-01' })];
const essay = (body: string) => compile('essay', 'waiting', {}, body);

test('a length of time that ends before it begins is a problem', () => {
  expect(linkProblems([...events, essay('It took <Days from="late" to="early" />.')])).toEqual([
    expect.stringContaining('<Days from="late" to="early"> ends before it begins. Turn it round'),
  ]);
});

test('a length of time from a day to itself, or to a later one, is accepted', () => {
  expect(linkProblems([...events, essay('It took <Days from="early" to="late" />, then <Days from="late" to="late" />.')])).toEqual([]);
});
