import { expect, test } from 'vitest';
import {
  findHiddenCharacter,
  idSchema,
  listTypedFigures,
  penceSchema,
  proseSchema,
  referenceNumberSchema,
  statementReferenceSchema,
  verbatimSchema,
  webAddressSchema,
} from '../../src/schema/text.ts';
import { readProcessorTime } from '../builders/processor-time.ts';

const faultsOf = (schema: typeof proseSchema, text: string) => schema.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

test.each([
  ['\u0000', 'U+0000'],
  ['\u0007', 'U+0007'],
  ['\r', 'U+000D'],
  ['\u0085', 'U+0085'],
  ['\u00AD', 'U+00AD'],
  ['\u200B', 'U+200B'],
  ['\u200D', 'U+200D'],
  ['\u202E', 'U+202E'],
  ['\u2028', 'U+2028'],
  ['\u2066', 'U+2066'],
  ['\uFEFF', 'U+FEFF'],
  ['\uE000', 'U+E000'],
  ['\uFFF9', 'U+FFF9'],
  ['\uD800', 'U+D800'],
  ['\u034F', 'U+034F'],
  ['\u3164', 'U+3164'],
  ['\uFE0F', 'U+FE0F'],
  ['\uFFFF', 'U+FFFF'],
  ['\uFFFD', 'U+FFFD'],
  ['\u{E0041}', 'U+E0041'],
  ['\u{F0000}', 'U+F0000'],
])('%j is hidden and named %s', (character, name) => {
  expect(findHiddenCharacter(`a${character}b`)).toBe(name);
});

test.each([
  ['Welsh letters', 'Ŵyth tŷ yn Llŷn, â ŵyr'],
  ['letters with accents apart', 'ty\u0302'],
  ['a no-break space', '24\u00A0005\u00A0859'],
  ['narrow and thin spaces', 'a\u202Fb\u2009c'],
  ['pounds, dashes, quotation marks', '£600 – “so” ‘they’ said…'],
  ['line feeds and tabs', 'a\n\tb'],
  ['other alphabets', 'Ελλάδα עברית العربية 日本'],
  ['a picture', '☎ 🏠'],
])('%s are seen', (_what, text) => {
  expect(verbatimSchema.safeParse(text).success).toBe(true);
});

test('every hidden character of a text is named', () => {
  expect(faultsOf(verbatimSchema, 'a\u200Bb\u202Ec')).toEqual([
    'U+200B cannot be seen by a reader. Remove it',
    'U+202E cannot be seen by a reader. Remove it',
  ]);
});

test.each([
  ['They paid £600.', '£600'],
  ['They paid £ 1,250.50.', '£ 1,250.50'],
  ['£\u00A0600', '£\u00A0600'],
  ['It took 1,017 days.', '1,017 days'],
  ['1 day', '1 day'],
  ['For 12\u00A0days.', '12\u00A0days'],
])('%j holds the typed figure %j', (text, figure) => {
  expect(listTypedFigures(text).map(({ found }) => found)).toEqual([figure]);
});

test('every typed figure of our prose is a fault of its own', () => {
  expect(faultsOf(proseSchema, 'First £300, then £400.')).toHaveLength(2);
});

test.each([
  'They paid in £.',
  '3 May 2022',
  'at 9am on Monday',
  'section 117(2)',
  '3 daytrips',
  'items 1, 2 and 3',
  'about two years',
  '24 005 859',
])('%j holds no typed figure', (text) => {
  expect(listTypedFigures(text)).toEqual([]);
});

test('a quotation may hold pounds and days, our prose may not', () => {
  const text = 'The Council should pay £600 within 28 days';
  expect([verbatimSchema.safeParse(text).success, proseSchema.safeParse(text).success]).toEqual([true, false]);
});

test('a very long run of digits is searched in no time', () => {
  const start = readProcessorTime();
  listTypedFigures('1,'.repeat(200_000));
  expect(readProcessorTime() - start).toBeLessThan(500);
});

test.each(['a', '0', 'third-decision', '24-005-859'])('%j is an id', (id) => {
  expect(idSchema.safeParse(id).success).toBe(true);
});

test.each(['con', 'nul', 'com1', 'main', 'x-title', 'x-desc', 'a'.repeat(101)])('%j is kept for something else, or too long', (id) => {
  expect(idSchema.safeParse(id).success).toBe(false);
});

test.each(['', '-a', 'A', 'a b', 'a_b', 'a/b', 'tŷ', 'a\n', '../a', 'a.b'])('%j is not an id', (id) => {
  expect(idSchema.safeParse(id).success).toBe(false);
});

test.each([
  'https://example.org',
  'http://example.org/a?b=c#d',
  'https://example.org/t%C5%B7',
  'https://example.org:8080/',
  'https://xn--t-ymb.example/',
  'https://example.org/@a:b',
  'https://example.org/tŷ',
])('%j is an address on the web', (address) => {
  expect(webAddressSchema.safeParse(address).success).toBe(true);
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://example.org',
  '//example.org',
  'example.org',
  'https:example.org',
  'https:/example.org',
  'https:///example.org',
  'https://',
  ' https://example.org',
  'https://example.org/a b',
  'https://exam\nple.org',
  'https://example.org/\u202Egpj',
  'https://example.org@elsewhere.example/',
  'https://a:b@example.org/',
  'https://еxample.org/',
  'https://example。org/',
  'https://exam%70le.org/',
  'https://example.org\\@elsewhere.example/',
  'https://[::1]/',
  'https://example.org:99999999/',
  '',
])('%j is not an address on the web', (address) => {
  expect(webAddressSchema.safeParse(address).success).toBe(false);
});

test.each([
  [1, true],
  [60_000, true],
  [0, false],
  [-1, false],
  [0.5, false],
  ['600', false],
])('%j as pence is accepted: %j', (pence, accepted) => {
  expect(penceSchema.safeParse(pence).success).toBe(accepted);
});

test.each([
  ['24 005 859', true],
  ['24 005 859a', false],
  ['24-005-859', false],
  ['24005859', false],
  ['24 005 8590', false],
])('%j as the reference of a decision is accepted: %j', (ref, accepted) => {
  expect(referenceNumberSchema.safeParse(ref).success).toBe(accepted);
});

test.each([
  ['24 005 859', true],
  ['24 005 859a', true],
  ['24 005 859A', false],
  ['24 005 859ab', false],
])('%j as the reference of a statement is accepted: %j', (ref, accepted) => {
  expect(statementReferenceSchema.safeParse(ref).success).toBe(accepted);
});
