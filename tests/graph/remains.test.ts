import { expect, test } from 'vitest';
import { findRemains } from '../../src/graph/remains.ts';

const find = (words: string, text: string) =>
  findRemains([words], [{ file: 'a.mdx', text }]).map(({ line, words: found }) => `${line} ${found}`);

test('a run of eight words is found over marks, case and line ends', () => {
  expect(
    find('The board said that it would not come again, ever.', 'Nothing.\nThey write: “the Board\nsaid that it would NOT come” and so on'),
  ).toEqual(['2 the board said that it would not come']);
});

test('a short phrase is found whole, and not as a part of other words', () => {
  expect(find('shared failure', 'A shared failure.\nA shared failures list.\nShared, failure')).toEqual([
    '1 shared failure',
    '3 shared failure',
  ]);
});

test('fewer words in common are nobody’s', () => {
  expect(find('The board said that it would not come again', 'The board said that it would come')).toEqual([]);
});
