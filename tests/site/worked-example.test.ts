import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { remark } from 'remark';
import type { Code, Nodes } from 'mdast';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** A step of the example: a block of code, and the file of the content that the words before it name. */
interface Step {
  block: Code;
  file: string | undefined;
}

const textOf = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '');

/** The steps of an example under its heading, in order. */
function listSteps(path: string, heading: string): Step[] {
  const { children } = remark().parse(readFileSync(path, 'utf8'));
  const start = children.findIndex((node) => node.type === 'heading' && textOf(node) === heading);
  const length = children.slice(start + 1).findIndex((node) => node.type === 'heading');
  const steps: Step[] = [];
  let before = '';
  const walk = (node: Nodes) => {
    if (node.type === 'code') steps.push({ block: node, file: [...before.matchAll(/content\/([\w./-]+)/g)].at(-1)?.[1] });
    else if (node.type === 'paragraph') before = textOf(node);
    else if ('children' in node) node.children.forEach(walk);
  };
  children.slice(start, start + 1 + length).forEach(walk);
  return steps;
}

let folder = '';
const content = () => join(folder, 'content');
const steps = listSteps('docs/editing.md', 'A worked example');

beforeAll(() => {
  mkdirSync('.upheld', { recursive: true });
  folder = mkdtempSync('.upheld/worked-example-');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `NAME=value npm run command -- arguments`, as a shell would. */
function run(line: string) {
  const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
  const at = words.indexOf('npm');
  const settings = Object.fromEntries(words.slice(0, at).map((word) => word.split('=', 2)));
  const [, , command = '', ...rest] = words.slice(at);
  return spawnSync(process.execPath, [`scripts/${command}.ts`, ...rest.filter((word) => word !== '--')], {
    encoding: 'utf8',
    env: { ...process.env, ...settings, UPHELD_CONTENT: content(), UPHELD_OUT: join(folder, 'site') },
  });
}

/** Takes the lines away that begin with `-`, each of which must be there once, and puts those with `+` in their place. */
function patch(text: string, diff: string): string {
  return [...diff.matchAll(/^-(.*)\n\+(.*)$/gm)].reduce((now, [, old = '', fresh = '']) => {
    expect(now.split(`\n${old}\n`), old).toHaveLength(2);
    return now.replace(`\n${old}\n`, () => `\n${fresh}\n`);
  }, text);
}

function follow({ block: { lang, value }, file }: Step): void {
  if (lang === 'sh') {
    for (const line of value.split('\n')) {
      const { status, stdout, stderr } = run(line);
      expect([line, status, status === 0 ? '' : stderr + stdout]).toEqual([line, 0, '']);
    }
    return;
  }
  const path = join(content(), file ?? '');
  mkdirSync(dirname(path), { recursive: true });
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (lang === 'diff') writeFileSync(path, patch(text, value));
  else writeFileSync(path, lang === 'mdx' ? `${text}\n${value}\n` : value && `${value}\n`);
}

test('the worked example goes from a saved page to a published record, step by step as it is written', () => {
  expect(steps.map(({ block }) => block.lang)).toEqual(['json', 'json', 'json', 'sh', 'sh', 'diff', 'diff', 'sh', 'mdx', 'sh', 'sh', 'sh']);
  steps.forEach(follow);
  expect(readFileSync(join(content(), 'checks.jsonl'), 'utf8')).toMatch(/"held":true,.*"result":"verified"/);
  expect(readFileSync(join(content(), 'permalinks.jsonl'), 'utf8')).toContain('/decisions/25-001-234/');
  const page = readFileSync(join(folder, 'site/decisions/25-001-234/index.html'), 'utf8');
  expect(page).toContain('It kept no record of the forms that it received.');
  expect(page).toContain('A form that was lost');
}, 240_000);

test('the five minutes of the README are steps of the worked example, with an ombudsman who is there already', () => {
  const short = listSteps('README.md', 'A decision in five minutes').map(({ block }) =>
    block.value.replace('--speaker.body lgsco', '--speaker.body ombudsman'),
  );
  const commands = short.flatMap((value) => value.split('\n')).filter((line) => line.startsWith('npm run'));
  expect(commands).toHaveLength(4);
  const known = steps.map(({ block }) => block.value).join('\n');
  for (const line of [...commands, short.find((value) => value.startsWith('##')) ?? '']) expect(known).toContain(line);
});
