import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashWords, plainWords } from '../../src/compile/words.ts';
import { hashParagraph } from '../../src/plugins/remark-paragraph-anchors.ts';

test.each([
  ['They agreed.', 'they  AGREED'],
  ['“It’s so”, he said', '"Its so" he said'],
  ['care co-ordinator', 'care coordinator'],
  ['£1,000', '1,000'],
])('%j and %j are the same words', (one, other) => {
  expect(plainWords(one)).toBe(plainWords(other));
});

test.each([
  ['They agreed.', 'They agree.'],
  ['It took 3.5 years', 'It took 35 years'],
  ['at 10:30', 'at 1030'],
  ['not fault', 'fault'],
  ['Café', 'Cafe'],
])('%j and %j are other words', (one, other) => {
  expect(plainWords(one)).not.toBe(plainWords(other));
});

test('a hash is never another from one version of the code to the next', () => {
  expect([hashWords(plainWords('They agreed to act.')), hashWords('a', 'b'), hashWords('')]).toEqual([
    '7086e6b3',
    hashWords('a\0b'),
    'e3b0c442',
  ]);
});

test('words without numbers hash to the name of their paragraph', () => {
  const worded = fc.string({ unit: 'binary' }).filter((text) => !/\p{N}/u.test(text));
  fc.assert(fc.property(worded, (text) => `p-${hashWords(plainWords(text))}` === hashParagraph(text)));
});
