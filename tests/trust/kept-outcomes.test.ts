import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../builders/files.ts';
import type { TestOutcome } from './judge.ts';
import { keepOutcomes } from './kept-outcomes.ts';

const passed = (file: string): [string, TestOutcome[]] => [file, [{ file, title: 'it holds', state: 'passed' }]];

function makeProject() {
  const root = makeFolder({
    'src/a.ts': '1',
    'content/access.json': '{}',
    'content/archive.json': '{}',
    'tests/a.test.ts': '1',
    'tests/b.test.ts': '1',
    'tests/shared.ts': '1',
  });
  const keep = (...files: string[]) =>
    [...keepOutcomes(root, join(root, '.upheld/proofs.json'), new Map(files.map(passed))).keys()].toSorted();
  return { keep, edit: (file: string) => writeFileSync(join(root, file), '2') };
}

test('what was run in pieces counts together', () => {
  const { keep } = makeProject();
  expect(keep('a.test.ts')).toEqual(['a.test.ts']);
  expect(keep('b.test.ts')).toEqual(['a.test.ts', 'b.test.ts']);
});

test.each([
  ['the code', 'src/a.ts', []],
  ['the content', 'content/archive.json', []],
  ['what tests share', 'tests/shared.ts', []],
  ['one test file', 'tests/a.test.ts', ['b.test.ts']],
  ['the results that are published', 'content/access.json', ['a.test.ts', 'b.test.ts']],
])('after a change of %s only what it leaves as it was counts', (_, file, left) => {
  const { keep, edit } = makeProject();
  keep('a.test.ts', 'b.test.ts');
  edit(file);
  expect(keep()).toEqual(left);
});
