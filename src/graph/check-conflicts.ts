import type { Problem } from '../compile/problem.ts';
import type { Entry, QuoteEntry } from './archive.ts';
import { keyOf, type Target } from './targets.ts';

/** Each side of a conflict is in the words of its own source: a quotation that stands beside it must be printed there. */
export function checkConflicts(
  conflicts: readonly Entry<'conflict'>[],
  quotes: readonly QuoteEntry[],
  targets: ReadonlyMap<string, Target>,
): Problem[] {
  const quoteById = new Map(quotes.map((quote) => [quote.id, quote]));
  return conflicts.flatMap(({ id, data }) =>
    data.positions.flatMap(({ quote, evidence }, index): Problem[] => {
      const printed = quote === undefined ? undefined : quoteById.get(quote)?.data.evidence.map(({ source }) => source);
      if (!printed || evidence.some(({ source }) => printed.includes(source))) return [];
      const { file = '', line = 1, column = 1 } = targets.get(keyOf('conflict', id)) ?? {};
      const message = `Position ${index + 1} quotes "${quote}", which is printed in none of its sources. Quote words of that source, or mend the evidence of the quotation`;
      return [{ file, line, column, kind: 'stray-quotation', message }];
    }),
  );
}
