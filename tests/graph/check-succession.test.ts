import { expect, test } from 'vitest';
import { compile, evidence, linkProblems } from '../builders/content.ts';

const body = (id: string, ...succeeds: [before: string, date: string][]) =>
  compile('body', id, { name: id, short: id, succeeds: succeeds.map(([before, date]) => ({ body: before, date, evidence })) });

test.each([
  ['itself', [body('a', ['a', '2020'])]],
  ['one that came after it', [body('a', ['b', '2020']), body('b', ['a', '2021'])]],
  ['one that came after it in turn', [body('a', ['c', '2020']), body('b', ['a', '2021']), body('c', ['b', '2022'])]],
])('a body that succeeds %s is refused', (_what, bodies) => {
  expect(linkProblems(bodies)).toEqual(
    bodies.map(({ id }) => expect.stringContaining(`content/bodies/${id}.mdx:2:1 "${id}" comes after itself in a circle`)),
  );
});

test('a body that takes over from another before that one began is refused', () => {
  expect(linkProblems([body('a'), body('b', ['a', '2021-05']), body('c', ['b', '2021-04-30'])])).toEqual([
    'content/bodies/c.mdx:2:1 "c" took over from "b" in 2021-04-30, before "b" began in 2021-05. Mend one of the dates.',
  ]);
});

test.each([
  ['a line of three', [body('a'), body('b', ['a', '2020']), body('c', ['b', '2021'])]],
  ['two that were merged', [body('a'), body('b'), body('c', ['a', '2020'], ['b', '2021'])]],
  ['one that was divided', [body('a'), body('b', ['a', '2020']), body('c', ['a', '2020'])]],
  ['two in one month', [body('a'), body('b', ['a', '2021-05-03']), body('c', ['b', '2021-05'])]],
])('%s is accepted', (_what, bodies) => {
  expect(linkProblems(bodies)).toEqual([]);
});
