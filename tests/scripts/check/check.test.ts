import { spawn, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeArchive } from '../../builders/archive-folder.ts';
import { write } from '../../builders/content.ts';

const environment = (content: string, more: NodeJS.ProcessEnv = {}) => ({
  ...process.env,
  GITHUB_ACTIONS: '',
  UPHELD_CONTENT: content,
  ...more,
});

const run = (content: string, args: readonly string[] = [], more: NodeJS.ProcessEnv = {}) =>
  spawnSync(process.execPath, ['scripts/check.ts', ...args], { encoding: 'utf8', env: environment(content, more) });

const faulty = () => makeArchive({ 'terms/panel.mdx': write('term', { colour: 'red' }) });

test('a sound archive is told with what was compiled and how its essays are grounded', () => {
  const { status, stdout, stderr } = run(makeArchive());
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(
    /^No problems in 1 decision, 2 events, 1 quotation, 0 conflicts, 1 essay and 2 sources\. \d+ files? compiled, \d+ reused\.\n/,
  );
  expect(stdout).toContain('\n  on-waiting: 2 sentences; 1 cited; 0 before a citation that covers them; 1 opinion, of the author\n');
});

test('problems stand on standard error, their pages are named once', () => {
  const { status, stdout, stderr } = run(faulty());
  expect([status, stderr.split('\n').slice(1)]).toEqual([1, ['1 problem', '']]);
  expect(stderr).toMatch(/terms\/panel\.mdx:5:1 Unknown field "colour"/);
  expect(stdout).toContain('How to mend it: docs/problems/unknown-field.md\n');
});

test('on GitHub each problem is an annotation too', () => {
  expect(run(faulty(), [], { GITHUB_ACTIONS: 'true' }).stdout).toMatch(
    /^::error file=.*panel\.mdx,line=5,col=1,title=unknown-field::Unknown field "colour"/,
  );
});

test('for programs everything is one JSON object', () => {
  const { status, stdout, stderr } = run(faulty(), ['--json']);
  const report: unknown = JSON.parse(stdout);
  expect([status, stderr]).toEqual([1, '']);
  expect(report).toMatchObject({
    ok: false,
    problems: [{ kind: 'unknown-field', line: 5, column: 1, help: 'docs/problems/unknown-field.md' }],
  });
  expect(JSON.parse(run(makeArchive(), ['--json']).stdout)).toMatchObject({
    ok: true,
    problems: [],
    essays: [{ id: 'on-waiting', sentences: 2, cited: 1, opinions: [{ by: 'the author', sentences: 1 }] }],
  });
});

test('an option that is not there is told in a sentence', () => {
  const { status, stderr } = run(makeArchive(), ['--wacht']);
  expect([status, stderr]).toEqual([1, expect.stringContaining('--wacht')]);
});

test('watching tells what is broken, mended, added and removed, and compiles only that', async () => {
  const content = makeArchive();
  const child = spawn(process.execPath, ['scripts/check.ts', '--watch'], { env: environment(content) });
  onTestFinished(() => void child.kill());
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => void (output += text));
  const seen = async (words: string) => {
    await expect.poll(() => output, { timeout: 20_000, interval: 20 }).toContain(words);
    await expect.poll(() => output, { timeout: 20_000, interval: 20 }).toMatch(/Watching; Ctrl\+C stops\.\n$/);
    output = '';
  };
  await seen('No problems');
  writeFileSync(join(content, 'terms/panel.mdx'), write('term', { colour: 'red' }));
  await seen('Unknown field "colour"');
  writeFileSync(join(content, 'terms/panel.mdx'), write('term', { definition: 'A group that meets seldom.' }));
  await seen('No problems in 1 decision, 2 events, 1 quotation, 0 conflicts, 1 essay and 2 sources. 1 file compiled,');
  writeFileSync(join(content, 'events/2021-01-01-more.mdx'), write('event'));
  await seen('3 events');
  rmSync(join(content, 'events/2021-01-01-more.mdx'));
  await seen('2 events');
}, 60_000);
