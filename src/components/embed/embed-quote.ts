import { placeOf } from '../../archive.ts';
import { boundsWords, checkWords } from '../../exports/quote-words.ts';
import type { QuoteEntry } from '../../graph/archive.ts';

/** What stands below a quotation beside its voice and its check, each a paragraph. */
export const listNotes = ({ data }: QuoteEntry): string[] =>
  [boundsWords[data.bounds], data.sic && `Sic: ${data.sic}`, data.note].flatMap((note) => note ?? []);

/** The height that a quotation needs in a frame as wide as a phone. */
export function heightOf(quote: QuoteEntry): number {
  const notes = [placeOf(quote), checkWords[quote.checked].sentence, ...listNotes(quote)];
  const lines = notes.reduce((sum, note) => sum + Math.ceil(note.length / 38), 0);
  return 420 + Math.ceil(quote.data.text.length / 30) * 28 + lines * 21;
}
