import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWords, normaliseWords, prepareText } from '../../src/graph/find-words.ts';

const find = (words: string, text: string) =>
  findWords(words, prepareText(text)).map(({ fit, start, end }) => [fit, text.slice(start, end)]);

test('the same characters are found exactly, once for each place', () => {
  expect(find('the ferry was late', 'On Monday the ferry was late, and on Friday the ferry was late.')).toEqual([
    ['exact', 'the ferry was late'],
    ['exact', 'the ferry was late'],
  ]);
});

test.each([
  ['a no-break space', 'ferry was late', 'The ferry\u00A0was late.', 'ferry\u00A0was late'],
  ['a line end', 'ferry was late', 'The ferry\n  was late.', 'ferry\n  was late'],
  ['curly marks', "the boat's mate", 'It was the boat’s mate.', 'the boat’s mate'],
  ['a dash', 'late - again', 'It was late – again.', 'late – again'],
  ['letters in parts', 'the caf\u00E9 shut', 'So the cafe\u0301 shut.', 'the cafe\u0301 shut'],
  ['a soft hyphen', 'ferry was late', 'The fer\u00ADry was late.', 'fer\u00ADry was late'],
  ['three dots', 'late... again', 'It was late… again.', 'late… again'],
])('%s apart, the words are the same, and that is said', (_what, words, text, found) => {
  expect(find(words, text)).toEqual([['normalised', found]]);
});

test('cut words are found by their parts, in order and not far apart', () => {
  expect(find('The ferry [...] was late', 'The ferry, which is old, was late.')).toEqual([
    ['in-parts', 'The ferry, which is old, was late'],
  ]);
  expect(find('was late [...] The ferry', 'The ferry was late.')).toEqual([]);
  expect(find('The ferry [...] was late', `The ferry sank. ${'x '.repeat(3_000)}The bus was late.`)).toEqual([]);
});

test.each([
  ['a letter more', 'avoidable', 'It was unavoidable.'],
  ['a letter less', 'the ferries', 'It was the ferry.'],
  ['another case', 'The Ferry', 'It was the ferry.'],
  ['another accent', 'cafe shut', 'The café shut.'],
  ['another order', 'late was', 'It was late.'],
  ['no words', ' ', 'It was late.'],
])('%s is not found', (_what, words, text) => expect(find(words, text)).toEqual([]));

test('whatever part of a text is sought is found in it, exactly, where it ends with whole words', () => {
  const word = fc.stringMatching(/^[a-zé£’–]{1,8}$/);
  fc.assert(
    fc.property(fc.array(word, { minLength: 3, maxLength: 30 }), fc.nat(), fc.nat(), (words, a, b) => {
      const [from, to] = [a % words.length, b % words.length].toSorted((x, y) => x - y);
      const part = words.slice(from, (to ?? 0) + 1).join(' ');
      expect(find(part, words.join(' '))[0]).toEqual(['exact', part]);
    }),
  );
});

test('a normalised text knows for each of its units where that came from, and is its own normal form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { text: plain, places } = normaliseWords(text);
      expect(places).toHaveLength(plain.length + 1);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(normaliseWords(plain).text).toBe(plain);
    }),
  );
});
