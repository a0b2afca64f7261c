import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatProblem } from '../../src/compile/problem.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { readSubject } from '../../src/graph/move.ts';
import { withdraw } from '../../src/graph/withdraw.ts';
import { writePermalinkLine } from '../../src/schema/permalink.ts';
import { evidence, write, writeSource } from '../builders/content.ts';
import { makeFolder } from '../builders/files.ts';
import { releaseLines } from '../builders/ledger.ts';

const decision = `---
ref: 11 222 333
title: A made-up decision
date: "2020-03-04"
dateEvidence: [{ source: gazette }]
decidedBy: watchdog
form: decision-statement
read: whole
readNote: All of it
summary: The borough was asked to act.
statements: [{ body: borough, outcome: upheld }]
findings:
  - id: delay
    text: It took too long.
    bodies: [borough]
    evidence: [{ source: gazette }]
quotes:
  - id: words
    text: It shall act without more delay
    voice: finding
    speaker: { body: watchdog }
    evidence: [{ source: gazette }]
  - id: others
    text: It did not act
    voice: finding
    speaker: { body: watchdog }
    evidence: [{ source: gazette }]
---
It was told so. <Quote id="others" /> <Cite id="gazette" />

The aunt was named in public. <Cite id="gazette" />
`;
const check = (quote: string) => JSON.stringify({ quote, source: 'gazette', held: false, on: 'unknown', result: 'verified' });

/** A project whose content was released once. */
function makeProject(more: Record<string, string> = {}) {
  const root = makeFolder({
    'src/compile/a.ts': '',
    'src/schema/a.ts': '',
    'src/plugins/a.ts': '',
    'package-lock.json': '{}',
    'content/archive.json': JSON.stringify({
      title: 'Made up',
      subject: 'Nothing real.',
      publisher: null,
      contact: null,
      wordsLicence: null,
      asOf: '2024-01-01',
    }),
    'content/sources.json': JSON.stringify([
      writeSource('gazette', {
        quotes: [{ id: 'aside', text: 'Nobody would say so', voice: 'commentary', speaker: { name: 'A clerk' }, evidence }],
      }),
    ]),
    'content/checks.jsonl': ['11-222-333/words', '11-222-333/others', 'gazette/aside'].map(check).join('\n'),
    'content/bodies/watchdog.mdx': write('body', { name: 'The Watchdog', short: 'the Watchdog', role: 'ombudsman', duty: 'none' }),
    'content/bodies/borough.mdx': write('body'),
    'content/decisions/11-222-333.mdx': decision,
    'content/themes/waiting.mdx': write('theme', {}, 'They waited.'),
    ...more,
  });
  const content = join(root, 'content');
  const read = (name: string) => readFileSync(join(content, name), 'utf8');
  const { published, problems } = loadArchive(root, content);
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
  writeFileSync(
    join(content, 'permalinks.jsonl'),
    releaseLines(published.addresses, '2027-01-01')
      .map((line) => `${writePermalinkLine(line)}\n`)
      .join(''),
  );
  const run = (subject: string) => {
    const result = withdraw(root, content, readSubject(subject) ?? { address: '' }, 'privacy', '2027-02-02');
    return { ...result, paths: result.lines.map(({ path }) => path), problems: result.problems.map(formatProblem) };
  };
  const holds = (words: string) =>
    readdirSync(content, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name), 'utf8').includes(words))
      .map(({ name }) => name);
  return { root, content, read, run, holds };
}

test('a quotation goes out of its record and the checks, and leaves a tombstone at every address it had', () => {
  const { run, holds, read } = makeProject();
  const { files, paths, problems, remains } = run('quote:11-222-333/words');
  expect({ files, paths, problems, remains }).toEqual({
    files: ['content/decisions/11-222-333.mdx', 'content/checks.jsonl'],
    paths: ['/decisions/11-222-333/#q-words', '/embed/quote/11-222-333/words/', '/quotes/11-222-333/words/'],
    problems: [],
    remains: [],
  });
  expect(holds('It shall act')).toEqual([]);
  expect(read('decisions/11-222-333.mdx')).toBe(decision.replace(/ {2}- id: words\n(?: {4}.*\n)+/, ''));
  expect(read('checks.jsonl').split('\n')).toHaveLength(2);
});

test('references to what was withdrawn are told, and so are its words elsewhere', () => {
  const { run } = makeProject({
    'content/events/met.mdx': write('event', { quotes: ['11-222-333/words'] }, 'They wrote that it shall act without more delay.'),
  });
  const { problems, remains } = run('quote:11-222-333/words');
  expect(problems).toEqual([expect.stringContaining('content/events/met.mdx:6:10 unknown quote "11-222-333/words"')]);
  expect(remains).toEqual([{ file: 'content/events/met.mdx', line: 8, words: 'it shall act without more delay' }]);
});

test('a correction about what was withdrawn goes too, with its address', () => {
  const { run, content } = makeProject({
    'content/corrections/about.mdx': write('correction', { passages: [{ finding: '11-222-333/delay' }], was: 'It took an age.' }),
    'content/corrections/other.mdx': write('correction', { passages: [{ theme: 'waiting' }] }),
  });
  const { paths } = run('finding:11-222-333/delay');
  expect(paths).toEqual(['/changes/#about', '/decisions/11-222-333/#f-delay']);
  expect([existsSync(join(content, 'corrections/about.mdx')), existsSync(join(content, 'corrections/other.mdx'))]).toEqual([false, true]);
});

test('a decision goes with all that it owns, a page with its fragments in one line', () => {
  const { run, content } = makeProject();
  const { paths, problems } = run('decision:11-222-333');
  expect(paths.toSorted()).toEqual([
    '/decisions/11-222-333/',
    '/embed/quote/11-222-333/others/',
    '/embed/quote/11-222-333/words/',
    '/quotes/11-222-333/others/',
    '/quotes/11-222-333/words/',
  ]);
  expect([problems, existsSync(join(content, 'decisions/11-222-333.mdx'))]).toEqual([[], false]);
});

test('a paragraph goes by its address', () => {
  const { run, holds, root, content } = makeProject();
  const address = loadArchive(root, content)
    .published.addresses.filter(({ path, passage }) => passage && path === '/decisions/11-222-333/')
    .at(-1);
  const { paths, problems } = run(`${address?.path}#${address?.fragment}`);
  expect([paths, problems, holds('The aunt')]).toEqual([[`/decisions/11-222-333/#${address?.fragment}`], [], []]);
});

test('a quotation of a source goes out of sources.json', () => {
  const { run, holds } = makeProject();
  expect(run('quote:gazette/aside')).toMatchObject({
    paths: ['/embed/quote/gazette/aside/', '/quotes/gazette/aside/', '/sources/gazette/#q-aside'],
    problems: [],
  });
  expect(holds('Nobody would say so')).toEqual([]);
});

test('what was taken out by hand before leaves its tombstones all the same', () => {
  const { run, content } = makeProject();
  writeFileSync(join(content, 'decisions/11-222-333.mdx'), decision.replace(/ {2}- id: words\n(?: {4}.*\n)+/, ''));
  expect(run('quote:11-222-333/words').paths).toEqual([
    '/decisions/11-222-333/#q-words',
    '/embed/quote/11-222-333/words/',
    '/quotes/11-222-333/words/',
  ]);
});

test('a record that breaks by a withdrawal is to be mended and not withdrawn with it', () => {
  const family = write(
    'family',
    { persons: [{ id: 'aunt', role: 'the aunt', names: [{ decision: '11-222-333', name: 'Ms Q', evidence }] }] },
    'Two people.',
  );
  const blocks = family.replace(
    /^persons: .*$/m,
    'persons:\n  - id: aunt\n    role: the aunt in the case\n    names: [{ decision: 11-222-333, name: Ms Q, evidence: [{ source: gazette }] }]',
  );
  const { run } = makeProject({ 'content/families/nobody.mdx': blocks });
  const { paths, problems } = run('person:nobody-aunt');
  expect(paths).toEqual(['/people/#nobody-aunt']);
  expect(problems[0]).toContain('content/families/nobody.mdx');
});

test('what was never there changes nothing', () => {
  const { run, read } = makeProject();
  expect([run('quote:11-222-333/nothing'), read('decisions/11-222-333.mdx')]).toMatchObject([{ files: [], lines: [] }, decision]);
});
