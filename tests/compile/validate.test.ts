import { expect, test } from 'vitest';
import { formatProblem } from '../../src/compile/problem.ts';
import { validate } from '../../src/compile/validate.ts';
import { readYaml } from '../../src/compile/yaml-document.ts';
import { type Kind, kinds } from '../../src/schema/kinds.ts';
import { write } from '../builders/content.ts';

function linesOf(kind: Kind, yaml: string): string[] {
  const { data, problems } = readYaml('a.mdx', yaml);
  return [...problems, ...(data ? validate('a.mdx', kinds[kind].schema, data).problems : [])].map(formatProblem);
}

const lineOf = (kind: Kind, fields: Record<string, unknown>) => linesOf(kind, write(kind, fields).split('\n').slice(1, -2).join('\n'));

test.each([
  ['a misspelt field', { definiton: 'x' }, ['a.mdx:4:1 Unknown field "definiton". Did you mean "definition"?']],
  [
    'a field like no other',
    { colour: 'red' },
    ['a.mdx:4:1 Unknown field "colour". The fields here are term, definition, variants, evidence.'],
  ],
  [
    'a field named as JavaScript names its own',
    { constructor: 'x' },
    ['a.mdx:4:1 Unknown field "constructor". The fields here are term, definition, variants, evidence.'],
  ],
  ['a number for a text', { term: 7 }, ['a.mdx:1:7 term: Invalid input: expected string, received number']],
  ['a blank', { term: null }, ['a.mdx:1:7 The field "term" is blank. Fill it in']],
])('%s is told with its place', (_what, fields, lines) => {
  expect(lineOf('term', fields)).toEqual(lines.map((line) => (/[.?!]$/.test(line) ? line : `${line}.`)));
});

test('the prototype of objects cannot be given as a field', () => {
  expect(linesOf('term', 'term: a\n__proto__: { term: b }\ndefinition: c\nevidence: [{ source: d }]')).toEqual([
    'a.mdx:2:1 Unknown field "__proto__". The fields here are term, definition, variants, evidence.',
  ]);
});

test('a missing field is told at the start of the record', () => {
  expect(linesOf('term', '\nterm: a\nevidence: [{ source: d }]')).toEqual(['a.mdx:2:1 The field "definition" is missing. Add it.']);
});

test('every field of an empty record is told missing', () => {
  expect(linesOf('term', '').length).toBe(3);
});

test('a record that is no mapping is told so', () => {
  expect(linesOf('term', '- a')).toEqual(['a.mdx:1:1 Invalid input: expected object, received array.']);
});

test('a value that is not of the list is told with the nearest that is', () => {
  expect(lineOf('event', { kind: 'decison' })).toEqual(['a.mdx:3:7 "decison" is not a value of "kind". Did you mean "decision"?']);
});

test('a value like none of the list is told with the list', () => {
  expect(lineOf('conflict', { confidence: 'unsettled beyond doubt' })).toEqual([
    'a.mdx:3:13 "unsettled beyond doubt" is not a value of "confidence". Use one of settled, likely, open.',
  ]);
});

test('a date that never was is told by what is wrong with it', () => {
  expect(lineOf('event', { date: '2021-02-29' })).toEqual(['a.mdx:2:7 date: 2021-02 has no day 29. Its last day is 28.']);
});

test('a fault inside one of several forms is told by the form that is nearest', () => {
  expect(lineOf('claim', { says: { penc: 4 } })).toEqual([
    'a.mdx:3:7 The field "says.pence" is missing. Add it.',
    'a.mdx:3:8 Unknown field "penc". Did you mean "pence"?',
  ]);
});

test('an amount that is no whole number of pence is told so', () => {
  expect(lineOf('claim', { says: { pence: 4.5 } })).toEqual(['a.mdx:3:16 says.pence: Give the amount in pence, as a whole number.']);
});
