import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShareCard } from '../../src/exports/share-cards.ts';
import { openCardDrawer } from '../../src/integrations/draw-card.ts';

const drawer = await openCardDrawer(process.cwd(), 'A made-up archive');
const card: ShareCard = {
  path: '/cards/quotes/made-up.png',
  kind: 'Quotation',
  words: 'far too late',
  isQuotation: true,
  voice: 'The complainant’s case, not a finding. Speaker: Ms Q',
  reference: 'Decision 11 222 333, 4 March 2020, para 4',
  note: 'These words were found in the source itself.',
};

/** Width and height as the header of a PNG gives them. */
const sizeOf = (png: Buffer) => [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)];

test('a card is a PNG of 1200 by 630, and the same card is the same bytes', async () => {
  const [first, second] = [await drawer.draw(card), await (await openCardDrawer(process.cwd(), 'A made-up archive')).draw(card)];
  expect(sizeOf(first)).toEqual(['PNG', 1200, 630]);
  expect(first.equals(second)).toBe(true);
});

test('each of voice, reference and check is in the picture: without it the picture is another', async () => {
  const whole = await drawer.draw(card);
  for (const field of ['voice', 'reference', 'note', 'words', 'kind'] as const)
    expect((await drawer.draw({ ...card, [field]: 'x' })).equals(whole), field).toBe(false);
});

describe('the words', () => {
  test('are large where they are few, and smaller where they are many', async () => {
    const few = await drawer.fit(card);
    const many = await drawer.fit({ ...card, words: 'and it was far too late for her '.repeat(8).trim() });
    expect(few).toEqual({ size: 92, words: 'far too late' });
    expect(many.size).toBeLessThan(60);
    expect(many.words).not.toContain('[...]');
  });

  test('are cut between words, marked, where even the smallest have no room; the labels stay', async () => {
    const words = 'They did not answer until the autumn, [...] '.repeat(40).trim();
    const fit = await drawer.fit({ ...card, words });
    expect(fit.words.endsWith(' [...]')).toBe(true);
    expect(words.startsWith(fit.words.slice(0, -' [...]'.length))).toBe(true);
    expect(fit.words.length).toBeGreaterThan(300);
  });

  test('always find room, whatever their length and that of the labels', async () => {
    const letters = fc.constantFrom('W', 'i', 'care', 'coordinator', '—', '’s', '£', 'ŵ');
    const text = fc.array(letters, { minLength: 1, maxLength: 200 }).map((parts) => parts.join(' '));
    await fc.assert(
      fc.asyncProperty(text, text, fc.boolean(), async (words, reference, isQuotation) => {
        const fit = await drawer.fit({ ...card, words, reference, isQuotation });
        expect(fit.words === words || words.startsWith(fit.words.slice(0, -' [...]'.length))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});
