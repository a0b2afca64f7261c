import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPassageUrl } from '../../src/exports/text-fragment.ts';

const page = 'https://ombudsman.example/decisions/11-222-333';
const fragment = (quotation: string, paragraphs?: string[]) => toPassageUrl(page, quotation, paragraphs).slice(`${page}#`.length);

test.each([
  ['a few words', 'shared failure', ':~:text=shared%20failure'],
  ['a comma, an ampersand and a dash', 'A, B & well-run', ':~:text=A%2C%20B%20%26%20well%2Drun'],
  ['a cut', 'would offer care [...] including Mr Y', ':~:text=would%20offer%20care&text=including%20Mr%20Y'],
  [
    'a long run',
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
    ':~:text=one%20two%20three%20four%20five%20six,twelve%20thirteen%20fourteen%20fifteen%20sixteen%20seventeen',
  ],
  ['marks that may be printed otherwise', 'to act as Mr Y’s care coordinator', ':~:text=to%20act%20as%20Mr,care%20coordinator'],
  ['nothing but marked words', 'Mr Y’s ‘wish’', ':~:text=Mr%20Y%E2%80%99s%20%E2%80%98wish%E2%80%99'],
])('%s', (_, quotation, expected) => {
  expect(fragment(quotation)).toBe(expected);
});

describe('where the text of the page is held', () => {
  const paragraphs = ['The frustration he felt was great.', "We found “Mr Y's” frustration - avoidable, and long."];

  test('a few words are told by those around them', () => {
    expect(fragment('frustration', paragraphs)).toBe(':~:text=The-,frustration,-he%20felt%20was%20great.');
  });

  test('its own marks are used', () => {
    expect(fragment('found “Mr Y’s” frustration – avoidable', paragraphs)).toBe(
      ":~:text=found%20%E2%80%9CMr%20Y's%E2%80%9D%20frustration%20%2D%20avoidable",
    );
  });
});

test('a page whose address has a fragment keeps it', () => {
  expect(toPassageUrl(`${page}#part`, 'words')).toBe(`${page}#part:~:text=words`);
});

test('every term is decoded to whole words of the quotation, in their order', () => {
  const word = fc.constantFrom('care,', 'co-ordinator', 'R&D', 'Mr', 'Y’s', '“so”', '£900', '50%', 'was', 'not', '—');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), (words) => {
      const quotation = words.join(' ');
      const terms = fragment(quotation).slice(':~:text='.length).split(',').map(decodeURIComponent);
      const [start = '', end = ''] = terms;
      expect(terms.length).toBeLessThan(3);
      expect(` ${quotation} `).toContain(` ${start} `);
      expect(` ${quotation} `.slice(` ${quotation} `.indexOf(` ${start} `) + start.length)).toContain(`${end}`);
    }),
  );
});
