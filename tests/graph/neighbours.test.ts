import { expect, test } from 'vitest';
import { findNeighbours } from '../../src/graph/neighbours.ts';

const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

test.each([
  ['b', a, c],
  ['a', undefined, b],
  ['c', b, undefined],
  ['elsewhere', undefined, undefined],
])('beside %s', (id, before, after) => {
  expect(findNeighbours([a, b, c], id)).toEqual({ before, after });
});
