import { expect, test } from 'vitest';
import { digestValue } from '../../src/build/digest-value.ts';
import { readCompiled, writeCompiled } from '../../src/compile/written.ts';
import { compile } from '../builders/content.ts';

const same = (a: unknown, b: unknown) => digestValue(a) === digestValue(b);

test.each([
  ['a', 'a', true],
  ['a', 'b', false],
  [1, '1', false],
  [null, undefined, false],
  [['a', 'b'], ['a,b'], false],
  [['ab'], ['a', 'b'], false],
  [{ a: 1 }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, false],
  [{ a: { id: 'x', b: 1 } }, { a: { id: 'x', b: 2 } }, false],
  [[{ id: 'x' }], [{ id: 'y' }], false],
  [new Map([['a', 1]]), new Map([['a', 1]]), true],
  [new Map([['a', 1]]), new Map([['a', 2]]), false],
  [new Set(['a']), ['a'], false],
  [Buffer.from('a'), Buffer.from('b'), false],
  ['#x', { id: 'x' }, false],
])('%j and %j: alike %s', (a, b, alike) => {
  expect(same(a, b)).toBe(alike);
});

test('a function has no digest', () => {
  expect(() => digestValue({ a: () => 1 })).toThrow('A function has no digest');
});

test('a record counts by its data, whatever its text', () => {
  const read = (body: string, fields = {}) => {
    const written = writeCompiled({ record: compile('term', 'panel', fields, body), problems: [] });
    return readCompiled(body, written.head, () => written.body).record;
  };
  expect(same(read('One.'), read('Two.'))).toBe(true);
  expect(same(read('One.'), read('One.', { term: 'Board' }))).toBe(false);
});
