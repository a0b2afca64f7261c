import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutQuotation } from '../../src/exports/cut-quotation.ts';

test.each([
  ['one two three', 20, 'one two three'],
  ['one two three', 12, 'one [...]'],
  ['one two [...] three four', 20, 'one two [...]'],
  ['indivisible words', 5, 'indivisible [...]'],
  ['[...] co-ordinator did', 20, '[...] co-ordinator [...]'],
])('%j in %d characters is %j', (text, longest, expected) => {
  expect(cutQuotation(text, longest)).toBe(expected);
});

const word = fc.constantFrom('did', 'not', 'accept,', 'Mr Y’s', 'care', 'co-ordinator', '[...]', '£900', '—');
// One that begins with a mark keeps the word after it, however long: an example, above.
const quotation = fc
  .array(word, { minLength: 1, maxLength: 40 })
  .filter(([first]) => first !== '[...]')
  .map((words) => words.join(' '));

test('what is left are whole words from the beginning, and every cut is marked once', () => {
  fc.assert(
    fc.property(quotation, fc.integer({ min: 20, max: 120 }), (text, longest) => {
      const cut = cutQuotation(text, longest);
      if (text.length <= longest) {
        expect(cut).toBe(text);
        return;
      }
      const kept = cut.slice(0, -' [...]'.length);
      expect(cut.length).toBeLessThanOrEqual(longest);
      expect(cut).toMatch(/(?:^| )\[\.\.\.\]$/);
      expect(`${text} `.startsWith(`${kept} `)).toBe(true);
    }),
  );
});
