import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readManifest } from '../../src/build/manifest.ts';
import { checkParts, mergeParts } from '../../src/build/merge-parts.ts';
import { digestContent } from '../../src/build/outputs.ts';
import { listPartFolders, type PartRecord, readPartFolder, writePart } from '../../src/build/part-folder.ts';
import { makeFolder } from '../builders/files.ts';

const expected = { maker: 'this code', inputs: 'this content' };
const FILES = { 'a/index.html': '<p>A</p>', 'b/index.html': '<p>B</p>', 'c.json': '{}' };
type File = keyof typeof FILES;

const toOutput = (file: File, reads: number[]) => ({
  file,
  key: `key of ${file}`,
  reads,
  hash: digestContent(FILES[file]),
  size: 1,
  mtimeMs: 1,
});

const record = (number: number, files: [File, number[]][], questions: string[], more: Partial<PartRecord> = {}) => ({
  part: { number, of: 2 },
  inputs: expected.inputs,
  manifest: {
    format: 2 as const,
    maker: expected.maker,
    table: { questions, answers: questions.map((question) => `answer to ${question}`) },
    outputs: files.map(([file, reads]) => toOutput(file, reads)),
  },
  ...more,
});

function makeParts(more: Partial<PartRecord> = {}) {
  const root = makeFolder({
    ...Object.fromEntries(Object.entries(FILES).map(([file, content]) => [`built/${file}`, content])),
    'cards/one.png': 'One',
    'cards/two.png': 'Two',
  });
  const write = (names: string[], own: ReturnType<typeof record>) =>
    writePart(join(root, 'parts'), join(root, 'built'), { folder: join(root, 'cards'), names }, own);
  write(['one.png'], record(1, [['a/index.html', [0, 1]]], ['decision\t1', 'decision\t2']));
  write(
    ['two.png'],
    record(
      2,
      [
        ['b/index.html', [0]],
        ['c.json', [1]],
      ],
      ['decision\t2', 'decision\t3'],
      more,
    ),
  );
  return root;
}

const merge = (root: string) => {
  const parts = listPartFolders(join(root, 'parts')).map(readPartFolder);
  checkParts(parts, expected);
  mergeParts(parts, join(root, 'site'), join(root, 'kept'), expected);
};

test('the site of all parts holds every file, and knows of each what it was made from', () => {
  const root = makeParts();
  merge(root);
  for (const [file, content] of Object.entries(FILES)) expect(readFileSync(join(root, 'site', file), 'utf8')).toBe(content);
  expect(readFileSync(join(root, 'kept', 'two.png'), 'utf8')).toBe('Two');
  const manifest = readManifest(join(root, 'site'), expected.maker);
  const read = manifest?.outputs.map(({ file, reads }) => [file, reads.map((number) => manifest.table.questions[number])]);
  expect(read).toEqual([
    ['a/index.html', ['decision\t1', 'decision\t2']],
    ['b/index.html', ['decision\t2']],
    ['c.json', ['decision\t3']],
  ]);
});

test.each<[string, string, (root: string) => void]>([
  ['a part is missing', 'Part 2-of-2 is missing', (root) => rmSync(join(root, 'parts', '2-of-2'), { recursive: true })],
  ['a file was changed on its way', 'is not as it was made', (root) => writeFileSync(join(root, 'parts/2-of-2/site/c.json'), '{ }')],
  ['a file was lost on its way', 'is missing', (root) => rmSync(join(root, 'parts/1-of-2/site/a/index.html'))],
  ['a picture was changed on its way', 'is not as it was made', (root) => writeFileSync(join(root, 'parts/1-of-2/cards/one.png'), 'Won')],
])('nothing is merged where %s', (_, message, spoil) => {
  const root = makeParts();
  spoil(root);
  expect(() => merge(root)).toThrow(message);
});

test.each<[string, string, Partial<PartRecord>]>([
  ['from other content', 'was built from other content', { inputs: 'other content' }],
  ['by other code', 'was built by other code', { manifest: { ...record(2, [], []).manifest, maker: 'other code' } }],
  ['as one of three', 'is part 2-of-3', { part: { number: 2, of: 3 } }],
  [
    'from another reading',
    'Two parts read otherwise',
    { manifest: { ...record(2, [], ['decision\t2']).manifest, table: { questions: ['decision\t2'], answers: ['no'] } } },
  ],
  [
    'with a way out',
    'would lie outside the site',
    { manifest: { ...record(2, [], []).manifest, outputs: [{ ...toOutput('c.json', []), file: '../c.json' }] } },
  ],
])('nothing is merged where a part was made %s', (_, message, more) => {
  const root = makeParts();
  const path = join(root, 'parts/2-of-2/part.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...more }));
  expect(() => merge(root)).toThrow(message);
});

test('a part takes the place of those with which it cannot be merged', () => {
  const root = makeParts({ inputs: 'other content' });
  expect(listPartFolders(join(root, 'parts')).map((folder) => readPartFolder(folder).inputs)).toEqual(['other content']);
});

test('two folders of one part are told apart by name', () => {
  const root = makeParts();
  const parts = listPartFolders(join(root, 'parts')).map(readPartFolder);
  expect(() => checkParts([...parts, ...parts.slice(0, 1)], expected)).toThrow('are both part 1-of-2');
  expect(() => readPartFolder(root)).toThrow('it is no part of a site');
});
