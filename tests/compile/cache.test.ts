import { readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCompileCache } from '../../src/compile/cache.ts';
import { compileAll } from '../../src/compile/compile-all.ts';
import { compileRecord } from '../../src/compile/record.ts';
import { write } from '../builders/content.ts';
import { makeFolder } from '../builders/files.ts';

const compiler = { 'src/plugins/a.ts': '1', 'src/schema/a.ts': '1', 'src/compile/a.ts': '1', 'package-lock.json': '{}' };
const texts = { panel: write('term', {}, 'One <Note>two</Note>.'), waiting: write('term', { colour: 'red' }, '{x}') };

/** Compiles every text as one run of a build does, and says what the run had to do. */
function run(root: string, files: Record<string, string> = texts) {
  const cache = openCompileCache(root, join(root, 'kept'));
  const compiled = cache.compile(Object.entries(files).map(([id, text]) => ({ kind: 'term', id, file: `terms/${id}.mdx`, text })));
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
  expect(cold).toEqual(Object.entries(texts).map(([id, text]) => compileRecord('term', id, `terms/${id}.mdx`, text)));
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

/** The files in which a cache keeps what was compiled. */
const listKept = (root: string, end: string) =>
  readdirSync(join(root, 'kept'))
    .filter((name) => name.endsWith(end))
    .map((name) => join(root, 'kept', name));

test.each(['.heads', '.bodies'])('records whose %s were cut short are made again', (end) => {
  const root = makeFolder(compiler);
  const cold = JSON.stringify(run(root).compiled);
  for (const file of listKept(root, end)) truncateSync(file, statSync(file).size - 2);
  const { compiled, counts } = run(root);
  expect(JSON.stringify(compiled)).toBe(cold);
  expect(counts.compiled).toBeGreaterThan(0);
});

test('what only printing needs is not read before it is asked for', () => {
  const root = makeFolder(compiler);
  run(root);
  const { compiled } = run(root);
  for (const file of listKept(root, '.bodies')) writeFileSync(file, '');
  expect(compiled[0]?.record?.data).toMatchObject({ term: 'Panel' });
  expect(() => compiled[0]?.record?.segments).toThrow();
});

test('threads beside this one give what this one gives', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [`term-${index}`, write('term', { term: `Term ${index}` }, `Of <Note>${index}</Note>.`)]),
  );
  const jobs = Object.entries(many).map(([id, text]) => ({ kind: 'term' as const, id, file: `terms/${id}.mdx`, text }));
  const results = [0, 2].map((workers) => {
    const found: string[] = [];
    compileAll(process.cwd(), jobs, ({ index, written }) => (found[index] = JSON.stringify(written)), workers);
    return found;
  });
  expect(results[1]).toEqual(results[0]);
  expect(results[0]).toHaveLength(60);
});

test('many packs become one that holds what is needed', () => {
  const root = makeFolder(compiler);
  for (let edit = 0; edit < 12; edit++) run(root, { ...texts, panel: write('term', {}, `Edit ${edit}.`) });
  const cache = openCompileCache(root, join(root, 'kept'));
  const jobs = Object.entries(texts).map(([id, text]) => ({ kind: 'term' as const, id, file: `terms/${id}.mdx`, text }));
  const found = cache.compile(jobs);
  cache.prune();
  const before = JSON.stringify(found);
  expect(listKept(root, '.heads')).toHaveLength(1);
  expect(JSON.stringify(cache.compile(jobs))).toBe(before);
  expect(run(root).counts).toEqual({ compiled: 0, reused: 2 });
});
