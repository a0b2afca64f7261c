import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const OUT = '.upheld/test-site';
let content = '';

const run = (script: string) =>
  spawnSync(process.execPath, [script], { encoding: 'utf8', env: { ...process.env, UPHELD_CONTENT: content, UPHELD_OUT: OUT } });

const edit = (file: string, change: (text: string) => string) => {
  const path = join(content, file);
  writeFileSync(path, change(readFileSync(path, 'utf8')));
};

beforeAll(() => {
  content = mkdtempSync('.upheld/bad-content-');
  cpSync('content', content, { recursive: true });
  edit('events/2025-02-13-third-decision.mdx', (text) => text.replace(/^date: .*$/m, 'date: "2025-02-30"'));
  edit('events/2022-05-03-first-decision.mdx', (text) => text.replace(/^title: .*\n/m, ''));
  edit('themes/joint-duty.mdx', (text) => text.replace(/^label:/m, 'lable: x\nlabel:'));
  edit('decisions/21-003-925.mdx', (text) => `${text}\nAn aside {process.exit(0)} on <Event id="2022-05-03-frist-decision" />.\n`);
  edit('essays/the-carer.mdx', (text) => `${text}\nThey were owed £900 over 30 days. <Cite id="bbc-2024" />\n`);
  edit('terms/aftercare.mdx', (text) => `${text}\n\nThe same words. <Anchor id="p-twice" />\n`);
  edit('terms/commissioning.mdx', (text) => `${text}\n\nOther words. <Anchor id="p-twice" />\n`);
});

afterAll(() => rmSync(content, { recursive: true, force: true }));

test('check reports every fault of every file in one run, where it stands and what to do, and fails', () => {
  const { status, stderr } = run('scripts/check.ts');
  expect(status).toBe(1);
  const lines = stderr.split('\n').filter((line) => line.startsWith(content));
  const find = (file: string, words: string) => lines.find((line) => line.includes(file) && line.includes(words));
  expect(find('events/2025-02-13-third-decision.mdx', '2025-02 has no day 30. Its last day is 28')).toMatch(/:\d+:\d+ /);
  expect(find('events/2022-05-03-first-decision.mdx', 'The field "title" is missing')).toBeDefined();
  expect(find('themes/joint-duty.mdx', 'Unknown field "lable". Did you mean "label"?')).toMatch(/:2:1 /);
  expect(find('decisions/21-003-925.mdx', 'An expression in braces is code')).toBeDefined();
  expect(
    find('decisions/21-003-925.mdx', 'unknown event "2022-05-03-frist-decision". Did you mean "2022-05-03-first-decision"?'),
  ).toBeDefined();
  expect(find('essays/the-carer.mdx', 'typed figure')).toBeDefined();
  expect(find('terms/commissioning.mdx', 'The address #p-twice is already at')).toBeDefined();
  expect(lines).toEqual(lines.toSorted((a, b) => (a.split(':')[0] ?? '').localeCompare(b.split(':')[0] ?? '')));
  expect(stderr.trim().split('\n').at(-1)).toBe(`${lines.length} problems`);
});

test('a failed build leaves the last good site as it was', () => {
  const before = readlinkSync(OUT);
  const { status, stderr } = run('scripts/build.ts');
  expect(status).toBe(1);
  expect(stderr).toContain(`${OUT} is as it was`);
  expect(readlinkSync(OUT)).toBe(before);
});
