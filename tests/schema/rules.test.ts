import { expect, test } from 'vitest';
import { claimSchema } from '../../src/schema/claim.ts';
import { kinds } from '../../src/schema/kinds.ts';
import { passageSchema } from '../../src/schema/passage.ts';
import { checkSchema, speakerSchema } from '../../src/schema/quote.ts';
import { referenceTo } from '../../src/schema/reference.ts';
import { sourceSchema } from '../../src/schema/source.ts';
import { isComponentName, vocabulary } from '../../src/schema/vocabulary.ts';
import { defaults, evidence, writeSource } from '../builders/content.ts';

const check = { quote: '11-222-333/words', source: 'gazette', on: 'unknown', result: 'verified' };
const sha256 = '0'.repeat(64);

test.each(Object.entries(kinds))('a made-up %s is accepted, and refused with a field that is not known', (kind, { schema }) => {
  const data = defaults[kind as keyof typeof kinds];
  expect([schema.safeParse(data).success, schema.safeParse({ ...data, colour: 'red' }).success]).toEqual([true, false]);
});

test('no fact stands without a source', () => {
  expect(kinds.term.schema.safeParse({ ...defaults.term, evidence: [] }).error?.issues[0]?.message).toBe('Give at least one source');
});

test.each([
  ['borough', true],
  ['11-222-333/words', true],
  ['a/b/c', false],
  ['/a', false],
  ['a/', false],
  ['Borough', false],
  ['', false],
])('%j as a reference is accepted: %j', (id, accepted) => {
  expect(referenceTo('quote').safeParse(id).success).toBe(accepted);
});

test.each([
  [{ body: 'borough' }, true],
  [{ name: 'A passer-by' }, true],
  [{}, false],
  [{ body: 'borough', name: 'The Borough' }, false],
])('%j as a speaker is accepted: %j', (speaker, accepted) => {
  expect(speakerSchema.safeParse(speaker).success).toBe(accepted);
});

test.each([
  [{ event: 'review' }, true],
  [{}, false],
  [{ event: 'review', decision: '11-222-333' }, false],
])('%j as a passage is accepted: %j', (passage, accepted) => {
  expect(passageSchema.safeParse(passage).success).toBe(accepted);
});

test.each([
  ['a copy held with its digest', { ...check, held: true, sha256 }, true],
  ['a copy held without one', { ...check, held: true }, false],
  ['a page that was only read', { ...check, held: false }, true],
  ['a digest of what is not held', { ...check, held: false, sha256 }, false],
  ['a digest that is too short', { ...check, held: true, sha256: 'abc' }, false],
  ['a real day', { ...check, held: false, on: '2024-02-29' }, true],
  ['a day that never was', { ...check, held: false, on: '2023-02-29' }, false],
])('a check of a quotation with %s', (_what, data, accepted) => {
  expect(checkSchema.safeParse(data).success).toBe(accepted);
});

test.each([
  ['a sum', { sum: {} }, true],
  ['days', { days: { from: 'a', to: 'b' } }, true],
  ['neither', {}, false],
  ['both', { sum: {}, days: { from: 'a', to: 'b' } }, false],
])('a test of a claim by %s', (_what, fields, accepted) => {
  expect(claimSchema.safeParse({ ...defaults.claim, tests: [{ label: 'All', fits: true, ...fields }] }).success).toBe(accepted);
});

test('a conflict has at least two sides', () => {
  const one = { ...defaults.conflict, positions: [{ text: 'One says so.', evidence }] };
  expect(kinds.conflict.schema.safeParse(one).success).toBe(false);
});

test('a source is as Zotero exports it, with what Upheld knows under "custom"', () => {
  const zotero = writeSource(
    'book',
    {},
    { type: 'book', author: [{ family: 'Roe', given: 'R' }, { literal: 'The Roe Society' }], issued: { 'date-parts': [[2020, 2, 29]] } },
  );
  expect(sourceSchema.safeParse(zotero).error?.issues ?? []).toEqual([]);
});

test.each(['constructor', '__proto__', 'toString', 'quote'])('%j is not a component', (name) => {
  expect(isComponentName(name)).toBe(false);
});

test('where a citation points in its source is text without hidden characters', () => {
  expect([
    vocabulary.Cite.safeParse({ id: 'gazette', at: 'p 2' }).success,
    vocabulary.Cite.safeParse({ id: 'gazette', at: 'p\u202E2' }).success,
  ]).toEqual([true, false]);
});
