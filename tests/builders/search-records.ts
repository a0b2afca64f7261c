import { makeDecision } from '../../scripts/bench/decision.ts';
import type { Filters, SearchRecord } from '../../src/exports/search-records.ts';

/** Made-up entries of search about so many made-up decisions: each decision with its text, and each of its quotations. */
export function makeSearchRecords(count: number, seed = 1): SearchRecord[] {
  const made = Array.from({ length: count }, (_, index) => makeDecision(seed, index));
  const filtersOf = (kind: string, ref: string, bodies: string[]): Filters => ({
    kind: [kind],
    decision: [ref],
    body: bodies,
    voice: [],
    theme: [],
    year: [],
  });
  return [
    ...made.map(({ id, ref, fields, sections, bodies }): SearchRecord => ({
      kind: 'decision',
      id,
      address: `/decisions/${id}/`,
      text: {
        content: sections
          .flatMap(({ title, paragraphs }) => [
            title,
            ...paragraphs.flat().map((piece) => (typeof piece === 'string' ? piece : piece.words)),
          ])
          .join(' '),
      },
      filters: filtersOf('decision', ref, bodies),
      meta: { title: fields.title, date: fields.summary.slice(0, 10) },
    })),
    ...made.flatMap(({ id, ref, quotes, bodies }) =>
      quotes.map((quote): SearchRecord => ({
        kind: 'quotation',
        id: `${id}/${quote.id}`,
        address: `/quotes/${id}/${quote.id}/`,
        text: { content: quote.text },
        filters: filtersOf('quotation', ref, bodies),
        meta: { title: quote.text, ...(quote.id === 'quote-1' && id === made[0]?.id && { also: 'Café = Mr Y' }) },
      })),
    ),
  ];
}
