import { describe, expect, test } from 'vitest';
import { describeCard, openShareCards } from '../../src/exports/share-cards.ts';
import { buildMadeUp } from './made-up-archive.ts';

const archive = buildMadeUp();
const cards = openShareCards(archive);

test('each decision, event and quotation has a card, and the archive has one for the rest', () => {
  const paths = cards.list().map(({ path }) => path);
  expect(new Set(paths).size).toBe(1 + archive.decisions.length + archive.events.length + archive.quotes.length);
  expect(paths).toContain('/cards/archive.png');
  expect(paths).toContain(`/cards/quotes/${archive.quotes[0]?.id}.png`);
});

describe('every card', () => {
  test.each(cards.list().map((card) => [card.path, card] as const))('%s says whose words it has and where they stand', (_, card) => {
    expect(card.voice.length).toBeGreaterThan(2);
    expect(card.reference).toMatch(/^\S.*\S$/);
    for (const said of [card.voice, card.reference, card.note]) expect(describeCard(card)).toContain(said);
  });
});

test('a quotation has its exact words, its voice, its reference with date and section, and how far it was checked', () => {
  const [quote] = archive.quotes.filter(({ id }) => id === '11-222-333/formula');
  if (!quote) throw new Error('The made-up archive has lost a quotation');
  expect(cards.quote({ ...quote, data: { ...quote.data, section: 'para 4', bounds: 'inferred' } })).toEqual({
    path: '/cards/quotes/11-222-333/formula.png',
    kind: 'Quotation',
    words: quote.data.text,
    isQuotation: true,
    voice: 'Finding of the ombudsmen',
    reference: 'Decision 11 222 333, 4 March 2020, para 4',
    note: 'We know these words only from a later account. That part of the original was not read. The source does not mark these words as a quotation; where they begin and end is inferred.',
  });
});

test('words that no ombudsman spoke name their speaker beside their voice', () => {
  const quote = archive.quotes.find(({ data }) => data.voice === 'complainant');
  if (!quote) throw new Error('The made-up archive has lost a quotation');
  expect(cards.quote(quote).voice).toMatch(/^The complainant’s case, not a finding\. Speaker: \S/);
});

test('the words for those who do not see a picture are cut between words, its labels never', () => {
  const [quote] = archive.quotes;
  if (!quote) throw new Error('The made-up archive has lost its quotations');
  const card = cards.quote({ ...quote, data: { ...quote.data, text: 'a long quotation '.repeat(60).trim() } });
  expect(describeCard(card)).toMatch(/^“a long quotation .* \[\.\.\.\]” Finding of the ombudsmen\. Decision 11 222 333/);
  expect(describeCard(card).length).toBeLessThan(600);
});

test('a kind that has more records than the archive allows shares one card: that of the decision, or of the archive', () => {
  const few = openShareCards({ ...archive, settings: { ...archive.settings, cards: archive.decisions.length } });
  const [quote] = archive.quotes;
  const [event] = archive.events;
  if (!quote || !event) throw new Error('The made-up archive has lost its records');
  expect(archive.quotes.length).toBeGreaterThan(archive.decisions.length);
  expect(few.quote(quote).path).toBe('/cards/decisions/11-222-333.png');
  expect(few.list().some(({ path }) => path.startsWith('/cards/quotes/'))).toBe(false);
  const none = openShareCards({ ...archive, settings: { ...archive.settings, cards: 0 } });
  expect([none.quote(quote).path, none.event(event).path, none.list().length]).toEqual(['/cards/archive.png', '/cards/archive.png', 1]);
});
