import { expect, test } from 'vitest';
import { formatHelp, type Problem } from '../../src/compile/problem.ts';
import { formatAnnotation, toJsonProblem } from '../../src/compile/report.ts';

const problem: Problem = { file: 'content/a,b:c.mdx', line: 4, column: 7, kind: 'bad-value', message: '100% wrong\nhere' };

test('the pages for the kinds found are named once each, in the order of their table', () => {
  expect(formatHelp([problem, { ...problem, kind: 'missing-field' }, problem])).toBe(
    'How to mend them: docs/problems/missing-field.md, docs/problems/bad-value.md',
  );
});

test('an annotation keeps its own signs apart from those of GitHub', () => {
  expect(formatAnnotation(problem)).toBe(
    '::error file=content/a%2Cb%3Ac.mdx,line=4,col=7,title=bad-value::100%25 wrong%0Ahere. See docs/problems/bad-value.md',
  );
});

test('for programs a problem has the page of its kind', () => {
  expect(toJsonProblem(problem)).toEqual({ ...problem, help: 'docs/problems/bad-value.md' });
});
