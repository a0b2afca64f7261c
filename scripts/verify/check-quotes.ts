import { findWords, type FoundWords } from '../../src/graph/find-words.ts';
import type { QuoteEntry } from '../../src/graph/archive.ts';
import type { Check } from '../../src/schema/quote.ts';
import { allowsVoice } from '../../src/schema/section.ts';
import { findNearestWords, type NearWords } from './nearest-words.ts';
import type { CopyText } from './read-copy.ts';

/** What became of one quotation that was looked for in one source. */
export interface Verdict {
  quote: QuoteEntry;
  source: string;
  result: Check['result'];
  fit: FoundWords['fit'] | undefined;
  /** Where the words stand, each place once. */
  at: string[];
  times: number;
  nearest: (NearWords & { at: string }) | undefined;
}

/** The quotations that should stand in each source: those whose evidence names it, those that belong to it, those checked against it before. */
export function groupBySource(quotes: readonly QuoteEntry[]): Map<string, QuoteEntry[]> {
  const pairs = quotes.flatMap((quote) => {
    const own = quote.owner.kind === 'source' ? [quote.owner.id] : [];
    const sources = new Set([...own, ...quote.data.evidence.map(({ source }) => source), ...quote.checks.map(({ source }) => source)]);
    return [...sources].map((source) => ({ source, quote }));
  });
  return new Map([...Map.groupBy(pairs, ({ source }) => source)].map(([source, own]) => [source, own.map(({ quote }) => quote)]));
}

export const leaveUnread = (quote: QuoteEntry, source: string): Verdict => ({
  quote,
  source,
  result: 'not-read',
  fit: undefined,
  at: [],
  times: 0,
  nearest: undefined,
});

/** Whether words stand between quotation marks: where some do, the others are the writer's own. */
const isMarked = (text: string, { start, end }: FoundWords) =>
  /[“‘"']\s?$/.test(text.slice(Math.max(0, start - 2), start)) && /^\s?[,.;]?[”’"']/.test(text.slice(end, end + 3));

/**
 * Looks for a quotation in a copy. Words that are there only in a section that cannot hold their voice are `misplaced`;
 * words that are merely like them are `not-found`, and shown.
 */
export function checkQuote(quote: QuoteEntry, source: string, copy: CopyText): Verdict {
  const all = findWords(quote.data.text, copy);
  const marked = all.filter((place) => isMarked(copy.text, place));
  const places = marked.length > 0 ? marked : all;
  const lines = places.map(({ start }) => copy.lineAt(start));
  const fitting = lines.filter(({ section }) => allowsVoice(section, quote.data.voice));
  const shown = fitting.length > 0 ? fitting : lines;
  const near = places.length === 0 ? findNearestWords(quote.data.text, copy) : undefined;
  return {
    quote,
    source,
    result: places.length === 0 ? 'not-found' : fitting.length > 0 ? 'verified' : 'misplaced',
    fit: places[0]?.fit,
    at: [...new Set(shown.map(({ at }) => at))],
    times: shown.length,
    nearest: near && { ...near, at: copy.lineAt(near.start).at },
  };
}
