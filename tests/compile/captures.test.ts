import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { compileCaptures } from '../../src/compile/captures.ts';
import { formatProblem } from '../../src/compile/problem.ts';
import { makeFolder } from '../builders/files.ts';

const COPY = Buffer.from('<p>It was late.</p>');
const sha256 = createHash('sha256').update(COPY).digest('hex');
const line = { sha256, type: 'html', source: 'gazette', on: '2026-01-02', licence: null };

const compile = (copy: Uint8Array | undefined, ledger: unknown = line) => {
  const files = { 'captures/captures.jsonl': `${JSON.stringify(ledger)}\n`, ...(copy && { [`captures/${sha256}.html`]: copy }) };
  const { captures, problems } = compileCaptures(makeFolder(files), 'content');
  return { held: captures.map(({ data }) => data.on), problems: problems.map(formatProblem) };
};

test('a copy that is as it was brought in is held with its date', () => {
  expect(compile(COPY)).toEqual({ held: ['2026-01-02'], problems: [] });
});

test.each([...COPY.keys()])('a flipped bit of byte %i is told', (index) => {
  const flipped = Buffer.from(COPY);
  flipped[index] = (flipped[index] ?? 0) ^ 1;
  expect(compile(flipped).problems).toEqual([
    expect.stringContaining(`content/captures/captures.jsonl:1:1 captures/${sha256}.html is not the copy that was brought in`),
  ]);
});

test.each([
  ['a copy that is gone', undefined, line, 'is missing'],
  ['a copy without a date', COPY, { ...line, on: undefined }, 'The field "on" is missing'],
  ['a copy of a day that never was', COPY, { ...line, on: '2026-02-30' }, '2026-02 has no day 30'],
])('%s is told', (_what, copy, ledger, words) => {
  expect(compile(copy, ledger).problems[0]).toContain(words);
});

test('a file that no line names is told', () => {
  const { problems } = compileCaptures(makeFolder({ 'captures/captures.jsonl': '', 'captures/x.html': 'x' }), 'content');
  expect(problems.map(formatProblem)).toEqual([
    expect.stringContaining('content/captures/x.html:1:1 No line of captures.jsonl names this copy'),
  ]);
});
