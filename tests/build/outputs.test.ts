import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { digestContent, openOutputs, replaceFile } from '../../src/build/outputs.ts';
import type { BuildSession, MadeSite } from '../../src/build/session.ts';
import { makeFolder } from '../builders/files.ts';

const openSession = (previous?: MadeSite, begun?: MadeSite): BuildSession => ({
  previous,
  begun,
  outputs: new Map(),
  cards: [],
  counts: { rendered: 0, skipped: 0, written: 0, left: 0, shards: 0, indexed: 0 },
});

/** Builds a site of these files, each given what it says. */
function build(site: string, files: Record<string, string>, previous?: MadeSite, begun?: MadeSite) {
  const session = openSession(previous, begun);
  const outputs = openOutputs(site, session);
  for (const [file, words] of Object.entries(files)) outputs.write(file, digestContent(words), () => words);
  outputs.sweep();
  const manifest = { format: 2 as const, maker: '', table: { questions: [], answers: [] }, outputs: [...session.outputs.values()] };
  return { made: { folder: site, manifest }, counts: session.counts };
}

const read = (site: string, file: string) => readFileSync(join(site, file), 'utf8');

test('a file is written only where something else is given for it', () => {
  const first = build(makeFolder({}), { 'a/x.txt': 'one', 'b/x.txt': 'two' });
  const site = makeFolder({});
  const second = build(site, { 'a/x.txt': 'one', 'b/x.txt': 'three' }, first.made);
  expect(second.counts).toMatchObject({ written: 1, left: 1 });
  expect([read(site, 'a/x.txt'), read(site, 'b/x.txt')]).toEqual(['one', 'three']);
});

test('what comes to the same bytes as before is not written, though something else was given for it', () => {
  const first = build(makeFolder({}), { 'x.txt': 'one' });
  const session = openSession(first.made);
  const site = makeFolder({});
  openOutputs(site, session).write('x.txt', 'another key', () => 'one');
  expect(session.counts).toMatchObject({ written: 0, left: 1 });
  expect(session.outputs.get('x.txt')).toMatchObject({ key: 'another key', hash: digestContent('one') });
  expect(read(site, 'x.txt')).toBe('one');
});

test('a file of the last site that somebody changed is made again', () => {
  const first = build(makeFolder({}), { 'x.txt': 'one' });
  writeFileSync(join(first.made.folder, 'x.txt'), 'spoilt');
  const site = makeFolder({});
  expect(build(site, { 'x.txt': 'one' }, first.made).counts).toMatchObject({ written: 1 });
  expect(read(site, 'x.txt')).toBe('one');
});

test('a file that takes the place of a shared one leaves the other site as it is', () => {
  const first = build(makeFolder({}), { 'x.txt': 'one' });
  const site = makeFolder({});
  build(site, { 'x.txt': 'one' }, first.made);
  replaceFile(join(site, 'x.txt'), 'two');
  expect([read(first.made.folder, 'x.txt'), read(site, 'x.txt')]).toEqual(['one', 'two']);
});

test('a folder that began with an older site ends with the files of the new one, and no others', () => {
  const older = build(makeFolder({}), { 'same.txt': 'one', 'changed.txt': 'old', 'changed-back.txt': 'now', 'gone/deep/x.txt': 'old' });
  const last = build(makeFolder({}), { 'same.txt': 'one', 'changed.txt': 'new', 'changed-back.txt': 'then' });
  const site = older.made.folder;
  const { counts } = build(
    site,
    { 'same.txt': 'one', 'changed.txt': 'new', 'changed-back.txt': 'now', 'more.txt': 'now' },
    last.made,
    older.made,
  );
  expect(['same.txt', 'changed.txt', 'changed-back.txt', 'more.txt'].map((file) => read(site, file))).toEqual(['one', 'new', 'now', 'now']);
  expect(existsSync(join(site, 'gone'))).toBe(false);
  expect(counts).toMatchObject({ written: 2, left: 2 });
  expect(read(last.made.folder, 'changed-back.txt')).toBe('then');
});

test('a file of an older site that was changed there is taken from the last one', () => {
  const older = build(makeFolder({}), { 'x.txt': 'one' });
  const last = build(makeFolder({}), { 'x.txt': 'one' });
  writeFileSync(join(older.made.folder, 'x.txt'), 'spoilt');
  build(older.made.folder, { 'x.txt': 'one' }, last.made, older.made);
  expect(read(older.made.folder, 'x.txt')).toBe('one');
});
