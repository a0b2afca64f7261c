import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileFolder } from '../../src/compile/folder.ts';
import { formatProblem } from '../../src/compile/problem.ts';
import { write, writeSource } from '../builders/content.ts';
import { makeFolder } from '../builders/files.ts';

const settings = JSON.stringify({
  title: 'Made up',
  subject: 'Nothing.',
  publisher: null,
  contact: null,
  wordsLicence: null,
  asOf: '2024-01-01',
});
const base = { 'archive.json': settings, 'sources.json': JSON.stringify([writeSource('gazette')], null, '\t'), 'checks.jsonl': '' };
const compile = (files: Record<string, string | Uint8Array>) => compileFolder(makeFolder({ ...base, ...files }), 'content');
const linesOf = (files: Record<string, string | Uint8Array>) => compile(files).problems.map(formatProblem);
const bytes = (text: string, ...more: number[]) => Uint8Array.from([...Buffer.from(text), ...more]);

test('every kind of file is compiled', () => {
  const check = JSON.stringify({ quote: '11-222-333/words', source: 'gazette', held: false, on: 'unknown', result: 'not-read' });
  const {
    settings: found,
    records,
    sources,
    checks,
    problems,
  } = compile({ 'terms/panel.mdx': write('term'), 'themes/waiting.mdx': write('theme'), 'checks.jsonl': `${check}\n\n${check}\n` });
  expect([found?.title, records.map(({ id }) => id), sources.map(({ id }) => id), checks.map(({ line }) => line), problems]).toEqual([
    'Made up',
    ['waiting', 'panel'],
    ['gazette'],
    [1, 3],
    [],
  ]);
});

test.each([
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['a byte order mark', (text: string) => `\uFEFF${text}`],
  ['both', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
])('%s make no difference to anything compiled', (_what, change) => {
  const files = {
    ...base,
    'terms/panel.mdx': write('term', {}, 'One\ntwo.\n\n- Three\n'),
    'themes/waiting.mdx': write('theme', { colour: 'red' }),
  };
  const changed = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, change(text)]));
  expect(compile(changed)).toEqual(compile(files));
});

test('the order in which files were made makes no difference', () => {
  const [a, b] = [
    ['terms/a.mdx', write('term')],
    ['terms/b.mdx', write('term', {}, 'Text.')],
  ] as const;
  expect(compile(Object.fromEntries([a, b]))).toEqual(compile(Object.fromEntries([b, a])));
});

test('files that are missing are named', () => {
  expect(compileFolder(makeFolder({}), 'content').problems.map(formatProblem)).toEqual([
    'content/archive.json:1:1 content/archive.json is missing. Add it; docs/editing.md says what it holds.',
    'content/sources.json:1:1 content/sources.json is missing. Add it; docs/editing.md says what it holds.',
    'content/checks.jsonl:1:1 content/checks.jsonl is missing. Add it; docs/editing.md says what it holds.',
  ]);
});

test.each([
  [
    'a byte that begins nothing',
    bytes('---\nterm: Pa', 0xff, 0x41),
    'content/terms/a.mdx:2:9 Byte 12 is not UTF-8 text. Save the file as UTF-8.',
  ],
  [
    'a character cut short at the end',
    bytes('ŵ\n', 0xe2, 0x82),
    'content/terms/a.mdx:2:1 Byte 3 is not UTF-8 text. Save the file as UTF-8.',
  ],
  [
    'a character cut short in the middle',
    bytes('a', 0xe2, 0x28),
    'content/terms/a.mdx:1:2 Byte 1 is not UTF-8 text. Save the file as UTF-8.',
  ],
  ['a pound sign of Latin-1', bytes('£', 0xa3), 'content/terms/a.mdx:1:2 Byte 2 is not UTF-8 text. Save the file as UTF-8.'],
  [
    'UTF-16',
    Uint8Array.from(Buffer.from('\uFEFFabc', 'utf16le')),
    'content/terms/a.mdx:1:1 Byte 0 is not UTF-8 text. Save the file as UTF-8.',
  ],
])('%s is refused with its byte', (_what, content, line) => {
  expect(linesOf({ 'terms/a.mdx': content })).toEqual([line]);
});

test.each([
  ['another kind of file', 'terms/a.txt', 'content/terms/a.txt:1:1 Only .mdx files belong here. Rename it or move it away.'],
  ['an ending in capitals', 'terms/a.MDX', 'content/terms/a.MDX:1:1 Only .mdx files belong here. Rename it or move it away.'],
  [
    'a name that is no id',
    'terms/A b.mdx',
    'content/terms/A b.mdx:1:1 The name of the file is the id, and "A b" cannot be one. Use lower case letters, digits and hyphens, as in "third-decision".',
  ],
])('%s is refused', (_what, path, line) => {
  expect(linesOf({ [path]: write('term') })).toEqual([line]);
});

test.each(['nul', 'con', 'com1', 'lpt9', 'main', 'a'.repeat(101), 'delay-title'])('a file named %s is refused', (id) => {
  expect(linesOf({ [`terms/${id}.mdx`]: write('term') })).toEqual([expect.stringContaining(`"${id}" cannot be one. `)]);
});

test.each(['null', 'console', 'com10', 'com', 'maine', 'a'.repeat(100), 'title', 'title-deeds'])('a file named %s is read', (id) => {
  expect(linesOf({ [`terms/${id}.mdx`]: write('term') })).toEqual([]);
});

test('of two names that differ in case alone the one with capitals is refused', () => {
  expect(linesOf({ 'terms/panel.mdx': write('term'), 'terms/Panel.mdx': write('term') })).toEqual([
    expect.stringContaining('content/terms/Panel.mdx:1:1 The name of the file is the id, and "Panel" cannot be one'),
  ]);
});

test('hidden files, as systems leave them, are passed over', () => {
  expect(linesOf({ 'terms/.DS_Store': 'x', 'terms/.gitkeep': '' })).toEqual([]);
});

test.each(['terms/a.mdx', 'sources.json', 'checks.jsonl', 'terms'])('%s that leads out of the folder is not read', (path) => {
  const outside = makeFolder({ 'a.mdx': write('term'), 'sources.json': '[]', 'checks.jsonl': '' });
  const root = makeFolder(base);
  if (path !== 'terms') mkdirSync(join(root, 'terms'));
  if (path in base) rmSync(join(root, path));
  symlinkSync(path === 'terms' ? outside : join(outside, path.split('/').at(-1) ?? ''), join(root, path));
  const { records, problems } = compileFolder(root, 'content');
  expect([records, problems.map(({ file, kind }) => [file, kind])]).toEqual([[], [[`content/${path}`, 'unreadable-file']]]);
});

test.runIf(process.platform !== 'win32').each(['terms/a.mdx', 'sources.json', 'checks.jsonl', 'captures/captures.jsonl'])(
  '%s that is a pipe is not waited for',
  (path) => {
    const root = makeFolder({ ...base, 'terms/b.mdx': write('term'), 'captures/.keep': '' });
    rmSync(join(root, path), { force: true });
    execFileSync('mkfifo', [join(root, path)]);
    expect(compileFolder(root, 'content').problems.map(({ file, kind }) => [file, kind])).toEqual([[`content/${path}`, 'unreadable-file']]);
  },
);

test('a folder of captures that leads out of the content is not read', () => {
  const root = makeFolder(base);
  symlinkSync(makeFolder({ 'captures.jsonl': '{' }), join(root, 'captures'));
  expect(compileFolder(root, 'content').problems.map(({ file, kind }) => [file, kind])).toEqual([['content/captures', 'unreadable-file']]);
});

test('a link that leads nowhere is told', () => {
  const root = makeFolder({ 'archive.json': settings, 'checks.jsonl': '' });
  symlinkSync(join(root, 'nowhere'), join(root, 'sources.json'));
  expect(compileFolder(root, 'content').problems.map(({ kind }) => kind)).toEqual(['unreadable-file']);
});

test.each([
  ['archive.json', '{"title": ', 'content/archive.json:1:11'],
  ['archive.json', '{"title": "a",\n "title": "b"}', 'content/archive.json:2:2'],
  ['sources.json', '[{"id": "a"}\n {}]', 'content/sources.json:2:2'],
])('%s that is not JSON is told where: %j', (file, text, place) => {
  expect(linesOf({ [file]: text })[0]?.startsWith(place)).toBe(true);
});

test('a fault in one source leaves the others standing', () => {
  const { sources, problems } = compile({
    'sources.json': JSON.stringify([writeSource('a'), writeSource('b', { tire: 'official' }), writeSource('c')]),
  });
  expect([sources.map(({ id }) => id), problems.map(({ kind }) => kind)]).toEqual([['a', 'c'], ['unknown-field']]);
});

test('faults in the ledger of checks are told by line', () => {
  const good = { quote: 'a/b', source: 'gazette', held: false, on: 'unknown', result: 'verified' };
  const lines = [JSON.stringify(good), '{', JSON.stringify({ ...good, result: 'verifed' }), JSON.stringify({ ...good, held: true })];
  expect(linesOf({ 'checks.jsonl': lines.join('\n') })).toEqual([
    'content/checks.jsonl:2:2 This line is not JSON. Write one object a line.',
    'content/checks.jsonl:3:72 "verifed" is not a value of "result". Did you mean "verified"?',
    'content/checks.jsonl:4:1 Give the SHA-256 of a copy that is held, and only of one that is held.',
  ]);
});

test('a record with faults is named as such, so that what refers to it is not blamed', () => {
  expect(compile({ 'terms/panel.mdx': write('term', { colour: 'red' }), 'terms/board.mdx': write('term') }).faulty).toEqual([
    { kind: 'term', id: 'panel' },
  ]);
});

test('a folder that nothing reads is named, with the nearest that something does', () => {
  expect(linesOf({ 'event/lost.mdx': write('event') })).toEqual(['content/event:1:1 Nothing reads "event". Did you mean "events"?']);
});
