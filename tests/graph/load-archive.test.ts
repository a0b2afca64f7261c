import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openContent } from '../../src/graph/load-archive.ts';
import { archiveFiles, makeArchive } from '../builders/archive-folder.ts';
import { write } from '../builders/content.ts';
import { makeFolder } from '../builders/files.ts';

/** A project without a compiler of its own, so that its cache is empty. */
function makeProject(): string {
  const root = makeFolder({ 'package-lock.json': '{}' });
  for (const folder of ['plugins', 'schema', 'compile']) mkdirSync(join(root, 'src', folder), { recursive: true });
  return root;
}

const files = Object.keys(archiveFiles).filter((path) => path.endsWith('.mdx')).length;

test('content that is loaded again compiles what has changed and nothing else', () => {
  const content = makeArchive();
  const load = openContent(makeProject(), content);
  expect(load()).toMatchObject({ problems: [], counts: { compiled: files, reused: 0 } });
  writeFileSync(join(content, 'terms/panel.mdx'), write('term', { term: 'Board' }));
  const { archive, counts } = load();
  expect([archive?.terms.map(({ data }) => data.term), counts]).toEqual([['Board'], { compiled: 1, reused: files - 1 }]);
});

test('what is added, removed, broken and mended is seen', () => {
  const content = makeArchive();
  const load = openContent(makeProject(), content);
  load();
  writeFileSync(join(content, 'terms/board.mdx'), write('term'));
  expect(load().archive?.terms.map(({ id }) => id)).toEqual(['board', 'panel']);
  rmSync(join(content, 'terms/board.mdx'));
  writeFileSync(join(content, 'terms/panel.mdx'), write('term', { colour: 'red' }));
  expect(load().problems.map(({ kind }) => kind)).toEqual(['unknown-field']);
  writeFileSync(join(content, 'terms/panel.mdx'), write('term'));
  expect(load().archive?.terms.map(({ id }) => id)).toEqual(['panel']);
});

test('another process finds the compiled records', () => {
  const [root, content] = [makeProject(), makeArchive()];
  openContent(root, content)();
  expect(openContent(root, content)().counts).toEqual({ compiled: 0, reused: files });
});

test('what has an id is known even where something is wrong', () => {
  const content = makeArchive({ 'terms/panel.mdx': write('term', { colour: 'red' }) });
  const { archive, targets } = openContent(makeProject(), content)();
  expect([archive, targets.has('body:borough')]).toEqual([undefined, true]);
});
