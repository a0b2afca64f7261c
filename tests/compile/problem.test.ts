import { expect, test } from 'vitest';
import { findNearest, suggest } from '../../src/compile/nearest.ts';
import { ContentError, formatCount, formatProblem, type Problem, sortProblems } from '../../src/compile/problem.ts';

const problem = (fields: Partial<Problem> = {}): Problem => ({
  file: 'a.mdx',
  line: 1,
  column: 1,
  kind: 'bad-value',
  message: 'It is wrong. Mend it',
  ...fields,
});

test('a problem is one line', () => {
  expect(formatProblem(problem({ line: 41, column: 7 }))).toBe('a.mdx:41:7 It is wrong. Mend it.');
});

test.each(['Did you mean "a"?', 'Mend it.'])('a sentence that ends gets no second stop: %s', (message) => {
  expect(formatProblem(problem({ message }))).toBe(`a.mdx:1:1 ${message}`);
});

test.each([
  ['message', '"\u001B[31m\u202E\n" is wrong.', 'a.mdx:1:1 "\uFFFD[31m\uFFFD\uFFFD" is wrong.'],
  ['file', 'a\nb\u001B.mdx', 'a\uFFFDb\uFFFD.mdx:1:1 It is wrong. Mend it.'],
])('control and direction characters in the %s are not printed', (field, value, line) => {
  expect(formatProblem(problem({ [field]: value }))).toBe(line);
});

test('problems stand by file, line, column and message', () => {
  const sorted = [
    problem(),
    problem({ message: 'Later' }),
    problem({ column: 2 }),
    problem({ line: 2 }),
    problem({ line: 10 }),
    problem({ file: 'b.mdx' }),
  ];
  expect(sortProblems(sorted.toReversed())).toEqual(sorted);
});

test.each([
  [0, '0 problems'],
  [1, '1 problem'],
  [2, '2 problems'],
])('%i is counted as "%s"', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

test('an error carries every problem, one a line, and their count', () => {
  expect(new ContentError([problem(), problem({ line: 2 })]).message).toBe(
    'a.mdx:1:1 It is wrong. Mend it.\na.mdx:2:1 It is wrong. Mend it.\n2 problems',
  );
});

test.each([
  ['decison', 'decision'],
  ['bodeis', 'bodies'],
  ['colour', undefined],
  ['', undefined],
])('the name nearest to %j is %j', (written, nearest) => {
  expect(findNearest(written, ['decision', 'bodies', 'evidence'])).toBe(nearest);
});

test('where nothing is near, the reader is told what else to do', () => {
  expect(suggest('x', [], 'Remove it.')).toBe('Remove it.');
});
