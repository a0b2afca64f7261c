import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readJsonLines, writeJsonLines } from '../../src/build/json-lines.ts';
import { makeFolder } from '../builders/files.ts';

test('values come back as they were, also where a letter lies across two pieces of the file', () => {
  const path = join(makeFolder({}), 'values.json');
  const values = ['é'.repeat(4_000_001), { name: 'a\nb', list: [1, null] }, '', ...Array.from({ length: 1000 }, (_, at) => `– ${at}`)];
  writeJsonLines(path, values);
  expect([...readJsonLines(path)]).toEqual(values);
});

test('a file of no values has none', () => {
  const path = join(makeFolder({}), 'values.json');
  writeJsonLines(path, []);
  expect([...readJsonLines(path)]).toEqual([]);
});

test('what cannot be written leaves no file', () => {
  const path = join(makeFolder({}), 'values.json');
  const list = function* () {
    yield 1;
    throw new Error('No more');
  };
  expect(() => writeJsonLines(path, list())).toThrow('No more');
  expect(existsSync(path)).toBe(false);
});

test('of a file that was cut short the whole lines are read', () => {
  const path = join(makeFolder({}), 'values.json');
  writeFileSync(path, '1\n{"a":');
  expect([...readJsonLines(path)]).toEqual([1]);
});
