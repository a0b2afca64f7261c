import { expect, test } from 'vitest';
import { openQuoteTexts } from '../../src/exports/quote-text.ts';
import type { QuoteEntry } from '../../src/graph/archive.ts';
import { buildMadeUp } from './made-up-archive.ts';

const archive = buildMadeUp();
const write = openQuoteTexts(archive);
const quote = (find: (quote: QuoteEntry) => boolean): QuoteEntry => {
  const found = archive.quotes.find(find);
  if (!found) throw new Error('The made-up archive has lost a quotation');
  return found;
};
const address = 'https://record.example/quotes/11-222-333/formula/?seen=abc123';

test('a quotation of a decision takes along its voice, place, check, notes, address and terms', () => {
  const entry = quote(({ id }) => id === '11-222-333/formula');
  const data = {
    ...entry.data,
    text: 'far too late',
    section: 'para 4',
    bounds: 'inferred' as const,
    sic: 'As printed.',
    note: 'Mind this.',
  };
  expect(write({ ...entry, data, checked: 'verified' }, address)).toBe(`“far too late”

Finding of the ombudsmen. Speaker: The Watchdog.
Decision 11 222 333, 4 March 2020, para 4.
These words were found in the source itself.
The source does not mark these words as a quotation; where they begin and end is inferred.
Sic: As printed.
Mind this.
https://record.example/quotes/11-222-333/formula/?seen=abc123

Reuse: We are told, and have not checked on its own page, that the Local Government and Social Care Ombudsman lets its decisions be used again free of charge if the source is acknowledged and the text is accurate, unchanged and not used misleadingly. Check its own terms first. This record is not official, and not legal advice.`);
});

test('words that were read second hand name where they were read, and an unknown section is said', () => {
  const entry = quote(({ id }) => id === '11-222-333/formula');
  const data = { ...entry.data, evidence: [{ source: 'paper' }] };
  const text = write({ ...entry, data, checked: 'secondary-only' }, address);
  expect(text).toContain('\nDecision 11 222 333, 4 March 2020, section not known.\nRead in: ');
  expect(write({ ...entry, data, checked: 'verified' }, address)).not.toContain('Read in');
});

test('the words of others have their own terms', () => {
  expect(
    write(
      quote(({ owner }) => owner.kind === 'source'),
      address,
    ),
  ).toContain('Reuse: They belong to their authors and publishers');
});
