import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCompileCache } from '../../src/compile/cache.ts';
import { compileRecord } from '../../src/compile/record.ts';
import { write } from '../builders/content.ts';
import { makeFolder } from '../builders/files.ts';

const compiler = { 'src/plugins/a.ts': '1', 'src/schema/a.ts': '1', 'src/compile/a.ts': '1', 'package-lock.json': '{}' };
const texts = { panel: write('term', {}, 'One <Note>two</Note>.'), waiting: write('term', { colour: 'red' }, '{x}') };

/** Compiles every text as one run of a build does, and says what the run had to do. */
function run(root: string, files: Record<string, string> = texts) {
  const cache = openCompileCache(root, join(root, 'kept'));
  const compiled = Object.entries(files).map(([id, text]) => cache.compile('term', id, `terms/${id}.mdx`, text));
  return { compiled, counts: cache.counts };
}

test('a second run compiles nothing', () => {
  const root = makeFolder(compiler);
  expect([run(root).counts, run(root).counts]).toEqual([
    { compiled: 2, reused: 0 },
    { compiled: 0, reused: 2 },
  ]);
});

test('what is reused is what was compiled, records and problems', () => {
  const root = makeFolder(compiler);
  const cold = run(root).compiled;
  expect(run(root).compiled).toEqual(cold);
  expect(JSON.stringify(cold)).toBe(
    JSON.stringify(Object.entries(texts).map(([id, text]) => compileRecord('term', id, `terms/${id}.mdx`, text))),
  );
});

test('a changed file is compiled again, and it alone', () => {
  const root = makeFolder(compiler);
  run(root);
  expect(run(root, { ...texts, panel: `${texts.panel} More.` }).counts).toEqual({ compiled: 1, reused: 1 });
});

test('a file moved to another id is compiled again', () => {
  const root = makeFolder(compiler);
  run(root);
  expect(run(root, { other: texts.panel }).counts).toEqual({ compiled: 1, reused: 0 });
});

test.each(Object.keys(compiler))('a change of %s makes everything stale', (path) => {
  const root = makeFolder(compiler);
  run(root);
  writeFileSync(join(root, path), '2');
  expect(run(root).counts).toEqual({ compiled: 2, reused: 0 });
});

test('a kept file that was cut short is made again', () => {
  const root = makeFolder(compiler);
  const cold = run(root).compiled;
  for (const name of readdirSync(join(root, 'kept'))) writeFileSync(join(root, 'kept', name), '{"record":');
  expect(run(root)).toStrictEqual({ compiled: cold, counts: { compiled: 2, reused: 0 } });
});

test('no half-written file is left behind', () => {
  const root = makeFolder(compiler);
  run(root);
  expect(readdirSync(join(root, 'kept')).filter((name) => !name.endsWith('.json'))).toEqual([]);
});
