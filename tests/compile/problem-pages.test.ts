import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { compileFolder } from '../../src/compile/folder.ts';
import { buildArchive } from '../../src/graph/build-archive.ts';
import { archiveFiles, makeArchive } from '../builders/archive-folder.ts';

const FOLDER = 'docs/problems';

/** The lines of the made-up archive in whose place an example stands; a heading is added before its own. */
const places: Record<string, string | RegExp> = {
  'bodies/borough.mdx': 'It answered late. <Cite id="gazette" />',
  'bodies/borough.mdx role': /^role: .*$/m,
  'themes/waiting.mdx': /^label: .*$/m,
  'themes/waiting.mdx definition': /^definition: .*$/m,
  'events/2020-05-06-answered.mdx': /^date: .*$/m,
  'decisions/11-222-333.mdx': 'It was <Quote id="late" />. <Cite id="gazette" />',
  'decisions/11-222-333.mdx ref': /^ref: .*$/m,
  'decisions/11-222-333.mdx ##': '## What was found <Anchor id="s-found" />',
  'essays/on-waiting.mdx': 'The answer came late. <Cite id="gazette" />',
  'checks.jsonl': /^.*$/m,
};

interface Example {
  kind: string;
  file: keyof typeof archiveFiles;
  wrong: string;
  mended: string;
}

const examples = readdirSync(FOLDER).flatMap((name): Example[] => {
  const [, file = '', diff] =
    /`content\/([^`]+)`[^`]*(?:`[-+]`[^`]*)+\n\n```diff\n([\s\S]*?)\n```/.exec(readFileSync(join(FOLDER, name), 'utf8')) ?? [];
  if (diff === undefined) return [];
  const lines = (sign: string) =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => line.slice(1))
      .join('\n');
  return [{ kind: name.replace('.md', ''), file: file as keyof typeof archiveFiles, wrong: lines('-'), mended: lines('+') }];
});

/** The made-up archive with a line of an example in its place. */
function putIn({ file, mended }: Example, line: string): string {
  const field = /^(\w+|##)(?=:| )/.exec(mended)?.[1] ?? '';
  const place = places[`${file} ${field}`] ?? places[file] ?? '';
  const text: string = archiveFiles[file];
  // A second heading stands before the first, whose address it must not have.
  const whole = mended.includes('s-asked') ? `${line}\n\n${String(place)}` : line;
  const changed = text.replace(place, () => whole);
  return makeArchive({ [file]: changed });
}

const kindsIn = (content: string) => [...new Set(buildArchive(compileFolder(content, 'content')).problems.map(({ kind }) => kind))];

test.each(examples)('the example of $kind has that problem, and once it is mended none', (example) => {
  expect(kindsIn(putIn(example, example.wrong))).toContain(example.kind);
  expect(kindsIn(putIn(example, example.mended))).toEqual([]);
});

test('most kinds of problem have an example that is tried', () => expect(examples.length).toBeGreaterThanOrEqual(24));
