import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeRecord } from '../../../scripts/new/make-record.ts';
import { type NewKind, newKindNames } from '../../../scripts/new/new-kinds.ts';
import { describeChanges, writeChanges } from '../../../scripts/new/write-changes.ts';
import { compileFolder } from '../../../src/compile/folder.ts';
import { formatProblem, type Problem } from '../../../src/compile/problem.ts';
import { buildArchive } from '../../../src/graph/build-archive.ts';
import { makeArchive } from '../../builders/archive-folder.ts';

const check = (content: string): Problem[] => buildArchive(compileFolder(content, '.')).problems;

const values: Record<string, string> = {
  kind: 'review',
  decidedBy: 'watchdog',
  form: 'decision-statement',
  read: 'whole',
  outcome: 'upheld',
  role: 'council',
  duty: 'none',
  voice: 'finding',
  confidence: 'open',
  pence: '30000',
  decisions: '11-222-333',
  decision: '11-222-333',
  fits: 'true',
  order: '2',
  body: 'borough',
  source: 'gazette',
  date: '2021-02-03',
  'persons.id': 'uncle',
  name: 'Ms Z',
  type: 'webpage',
  'custom.group': 'web',
  tier: 'official',
};

let paragraphs = 0;

/** What an editor would write: for a field by its path or last name, for a body by what stands before the blank. */
function answer({ message }: Problem, before: string): string {
  const [, path] = /^"([\w.]+)" is still blank/.exec(message) ?? [];
  if (path) return values[path] ?? values[path.split('.').at(-1) ?? ''] ?? 'Words of our own';
  const [, prop] = /(\w+)="$/.exec(before) ?? [];
  return prop === 'id' ? 'gazette' : prop === 'at' ? 'p 1' : prop === 'by' ? 'the author' : `Words of our own, ${(paragraphs += 1)}.`;
}

/** Puts an answer in the place of every blank that `check` names. */
function fillBlanks(content: string): void {
  for (const problem of check(content)
    .filter(({ kind }) => kind === 'unfilled-blank')
    .toReversed()) {
    const path = join(content, problem.file);
    const lines = readFileSync(path, 'utf8').split('\n');
    const line = lines[problem.line - 1] ?? '';
    const start = line.indexOf('FILL IN', problem.column - 1);
    lines[problem.line - 1] = line.slice(0, start) + answer(problem, line.slice(0, start)) + line.slice(start + 'FILL IN'.length);
    writeFileSync(path, lines.join('\n'));
  }
}

const ids: Record<NewKind, string> = {
  decision: '12-345-678',
  event: '2021-02-03-review',
  quote: '11-222-333/sorry-for-it',
  source: 'page-two',
  essay: 'on-answers',
  body: 'county',
  theme: 'answers',
  term: 'answer',
  conflict: 'two-days',
  claim: 'three-hundred',
  correction: '2021-02-03-a-day',
  family: 'elsewhere',
};
const needed: Partial<Record<NewKind, [string, string[]][]>> = { quote: [['source', ['gazette']]] };

function make(content: string, kind: NewKind, given: [string, string[]][] = needed[kind] ?? [], id = ids[kind]) {
  const changes = makeRecord(kind, id, content, new Map(given));
  writeChanges(content, changes);
  return changes;
}

test('the archive that the tests begin with has no problems', () => {
  expect(check(makeArchive()).map(formatProblem)).toEqual([]);
});

test.each(newKindNames)('a new %s has blanks and nothing else to mend, and passes once they are filled', (kind) => {
  const content = makeArchive();
  make(content, kind);
  const problems = check(content);
  expect(problems.length).toBeGreaterThan(0);
  expect(problems.filter((problem) => problem.kind !== 'unfilled-blank').map(formatProblem)).toEqual([]);
  fillBlanks(content);
  expect(check(content).map(formatProblem)).toEqual([]);
});

test('a quotation may be added to a source too', () => {
  const content = makeArchive();
  make(content, 'quote', needed.quote, 'gazette/its-words');
  expect(check(content).every(({ kind, file }) => kind === 'unfilled-blank' && file === 'sources.json')).toBe(true);
  fillBlanks(content);
  expect(check(content).map(formatProblem)).toEqual([]);
});

test('what is given is written, and what follows from the id', () => {
  const content = makeArchive();
  make(content, 'event', [
    ['title', ['A day: two things']],
    ['kind', ['review']],
    ['source', ['paper']],
    ['bodies', ['borough', 'watchdog']],
    ['evidence.at', ['p 2']],
  ]);
  expect(check(content).map(formatProblem)).toEqual([]);
  const text = readFileSync(join(content, 'events/2021-02-03-review.mdx'), 'utf8');
  const lines = text
    .split('\n')
    .map((line) => line.replace(/ *##.*/, ''))
    .filter((line) => line !== '' && !/^\s*# /.test(line));
  expect(lines).toEqual([
    '---',
    'title: "A day: two things"',
    'date: "2021-02-03"',
    'kind: review',
    'bodies: [borough, watchdog]',
    'evidence:',
    '  - source: paper',
    '    at: p 2',
    '---',
  ]);
});

test('taking the "# " away from a field that is offered leaves YAML that only wants its blanks', () => {
  const content = makeArchive();
  make(content, 'decision');
  fillBlanks(content);
  const path = join(content, 'decisions/12-345-678.mdx');
  const peel = (line: string) => line.replace(/^(\s*)# /, '$1');
  const peeled = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => peel(peel(peel(line))));
  writeFileSync(path, peeled.join('\n'));
  const kinds = new Set(check(content).map(({ kind }) => kind));
  expect([...kinds]).toEqual(['unfilled-blank']);
});

test.each([
  ['event', '2020-03-04-decided', 'events/2020-03-04-decided.mdx is there already'],
  ['source', 'gazette', 'sources.json: The source "gazette" is there already'],
  ['quote', '11-222-333/late', 'decisions/11-222-333.mdx: The quotation "late" is there already'],
  ['quote', 'nobody/late', 'sources.json: There is no decision and no source "nobody"'],
] as const)('a %s that cannot be made is refused in a sentence, and nothing is written: %s', (kind, id, words) => {
  const content = makeArchive();
  expect(() => makeRecord(kind, id, content, new Map(needed[kind] ?? []))).toThrow(words);
});

test('a quotation without a source is refused, since its check would be missing', () => {
  expect(() => makeRecord('quote', '11-222-333/x', makeArchive(), new Map())).toThrow('Give --source');
});

test('a file that came meanwhile is not written over', () => {
  const content = makeArchive();
  const changes = makeRecord('term', 'answer', content, new Map());
  writeFileSync(join(content, 'terms/answer.mdx'), 'mine');
  expect(() => writeChanges(content, changes)).toThrow('terms/answer.mdx is there already');
  expect(readFileSync(join(content, 'terms/answer.mdx'), 'utf8')).toBe('mine');
});

test('the editor is told what was made, how many blanks it has and what comes next', () => {
  const content = makeArchive();
  const before = new Map(['decisions/11-222-333.mdx', 'checks.jsonl'].map((path) => [path, readFileSync(join(content, path), 'utf8')]));
  const changes = makeRecord('quote', '11-222-333/x', content, new Map([['source', ['gazette']]]));
  expect(describeChanges('content', 'quote', changes, before).slice(0, 2)).toEqual([
    'Added to content/decisions/11-222-333.mdx, with 3 blanks (FILL IN).',
    'Added to content/checks.jsonl.',
  ]);
});

test('a place that is given for the evidence stands there, and not in a comment', () => {
  const given = new Map([
    ['source', ['gazette']],
    ['at', ['what I found']],
  ]);
  const [change] = makeRecord('event', '2020-03-04-made-up', makeArchive(), given);
  expect(change?.text).toMatch(/^evidence:\n {2}- source: gazette .*\n {4}at: what I found /m);
});
