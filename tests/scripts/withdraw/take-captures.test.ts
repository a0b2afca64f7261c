import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeCaptures } from '../../../scripts/withdraw/take-captures.ts';
import { makeFolder } from '../../builders/files.ts';

const page = '<!doctype html><title>The page</title><h1>The page</h1><p>The aunt was left <b>alone</b> for a whole year, it says.</p>';
const other = 'Nothing of the kind.\nNobody was left alone.\n';
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const line = (text: string, type: string, source: string) =>
  JSON.stringify({ sha256: digest(text), type, source, on: '2024-01-01', licence: null });
const check = (text: string) => JSON.stringify({ quote: '11-222-333/others', source: 'gazette', held: true, sha256: digest(text) });

const makeContent = () =>
  makeFolder({
    [`captures/${digest(page)}.html`]: page,
    [`captures/${digest(other)}.txt`]: other,
    'captures/captures.jsonl': `${line(page, 'html', 'gazette')}\n${line(other, 'txt', 'paper')}\n`,
    'checks.jsonl': `${check(other)}\n${check(page)}\n`,
  });
const words = ['the aunt was left alone for a whole year'];

test('a copy that holds the words goes with its line, and what says that it is held is told', async () => {
  const content = makeContent();
  expect(await takeCaptures(content, 'content', words, undefined, 'privacy')).toEqual({
    files: [`content/captures/${digest(page)}.html`, 'content/captures/captures.jsonl'],
    left: ['content/checks.jsonl:2:1 This says that the copy is held that was taken away. Say that none is, or take the line out.'],
  });
  expect(existsSync(join(content, `captures/${digest(page)}.html`))).toBe(false);
  expect(existsSync(join(content, `captures/${digest(other)}.txt`))).toBe(true);
  expect(readFileSync(join(content, 'captures/captures.jsonl'), 'utf8')).toBe(`${line(other, 'txt', 'paper')}\n`);
});

test('where the fault is ours, a copy is only named', async () => {
  const content = makeContent();
  expect(await takeCaptures(content, 'content', words, undefined, 'error')).toEqual({
    files: [],
    left: [`content/captures/${digest(page)}.html:1:1 This copy of gazette holds the words.`],
  });
  expect(existsSync(join(content, `captures/${digest(page)}.html`))).toBe(true);
});

test('a withdrawn source takes its copies along, whatever they say and whatever the reason', async () => {
  const content = makeContent();
  const { files } = await takeCaptures(content, 'content', [], 'paper', 'outdated');
  expect(files).toEqual([`content/captures/${digest(other)}.txt`, 'content/captures/captures.jsonl']);
});

test('a copy that cannot be read is told', async () => {
  const broken = '%PDF-1.7 broken';
  const content = makeFolder({
    [`captures/${digest(broken)}.pdf`]: broken,
    'captures/captures.jsonl': `${line(broken, 'pdf', 'gazette')}\n`,
  });
  expect(await takeCaptures(content, 'content', words, undefined, 'privacy')).toEqual({
    files: [],
    left: [`content/captures/${digest(broken)}.pdf:1:1 This copy cannot be read. Look whether it holds the words.`],
  });
});

test('an archive without copies has nothing to take', async () => {
  expect(await takeCaptures(makeFolder({}), 'content', words, undefined, 'privacy')).toEqual({ files: [], left: [] });
});
