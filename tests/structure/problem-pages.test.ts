import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { problemKinds } from '../../src/compile/problem.ts';

test('every kind of problem has its page, and no page is left over', () => {
  expect(readdirSync('docs/problems').toSorted()).toEqual(problemKinds.map((kind) => `${kind}.md`).toSorted());
});
