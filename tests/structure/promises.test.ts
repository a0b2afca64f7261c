import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listTitles } from '../trust/list-titles.ts';
import { lastNumber, type PromiseGroup } from '../trust/promise.ts';
import { groups } from '../trust/promises.ts';

const titlesByFile = new Map<string, string[]>();

function titlesOf(file: string): string[] {
  const path = join('tests', file);
  const known = titlesByFile.get(file) ?? (existsSync(path) ? listTitles(readFileSync(path, 'utf8')) : []);
  titlesByFile.set(file, known);
  return known;
}

const listMissing = (table: readonly PromiseGroup[]): string[] =>
  table.flatMap(({ promises }) =>
    promises.flatMap(({ number, shownBy }) =>
      Object.entries(shownBy).flatMap(([file, titles]) =>
        titles.filter((title) => !titlesOf(file).includes(title)).map((title) => `${number}: ${file} has no test "${title}"`),
      ),
    ),
  );

test('every promise has its number and its place', () => {
  expect(groups.flatMap(({ promises }) => promises.map(({ number }) => number))).toEqual(
    Array.from({ length: lastNumber }, (_, index) => index + 1),
  );
});

test('every test that a promise names is there', () => {
  expect(listMissing(groups)).toEqual([]);
});

test('a test that is not there is told', () => {
  const promises = [{ number: 1, text: 'A.', shownBy: { 'structure/promises.test.ts': ['no such test'], 'no-such.test.ts': ['a'] } }];
  expect(listMissing([{ letter: 'A', subject: 'A', promises }])).toEqual([
    '1: structure/promises.test.ts has no test "no such test"',
    '1: no-such.test.ts has no test "a"',
  ]);
});

test('titles are found in every way of writing a test', () => {
  const source = `test('one', f); it("two", f); test.each([1])('three %s', f); describe('no', () => { test.skip(\`four\`, f) }); re.test('no', f.x);
    test.each\`a\`('five', f, 100); test('no body');`;
  expect(listTitles(source)).toEqual(['one', 'two', 'three %s', 'four', 'five']);
});
