import type { Filters, SearchRecord } from '../../src/exports/search-records.ts';
import type { MadeDecision } from './decision.ts';
import type { Piece } from './prose.ts';
import { makeDecisions } from './write-archive.ts';

const KINDS = ['decision', 'quotation', 'event', 'recommendation', 'source'] as const;

const toWords = (pieces: readonly Piece[]) => pieces.map((piece) => (typeof piece === 'string' ? piece : piece.words)).join(' ');

/** Every sentence of our own words in the fields of a record, however deep. */
function listSentences(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (key === 'text' || key === 'action' ? [inner] : []) : listSentences(inner),
  );
}

function makeEntries({ id, ref, date, fields, sections, bodies, themes, quotes }: MadeDecision): SearchRecord[] {
  const filters: Filters = { kind: [], decision: [ref], body: bodies, voice: [], theme: themes, year: [date.slice(0, 4)] };
  const make = (kind: (typeof KINDS)[number], address: string, texts: readonly string[], title: string): SearchRecord => ({
    kind,
    id: address,
    address,
    text: { content: texts.join(' · ') },
    filters: { ...filters, kind: [kind], decision: kind === 'source' ? [] : [ref] },
    meta: { title, date },
  });
  const account = sections.flatMap((section) => [section.title, ...section.paragraphs.map(toWords)]);
  const asked = Object.values(Object(fields['recommendations']));
  return [
    make(
      'decision',
      `/decisions/${id}/`,
      [fields.title, `Decision statement ${ref}`, fields.summary, ...account, ...listSentences(fields)],
      fields.title,
    ),
    ...quotes.map((quote) =>
      make('quotation', `/quotes/${id}/${quote.id}/`, [quote.text, `from the decision ${fields.title}`], `“${quote.text}”`),
    ),
    make('event', `/timeline/${id}/`, [`Decided: ${fields.title}`], `Decided: ${fields.title}`),
    ...asked.map((one, at) => make('recommendation', `/recommendations/#${id}/${at}`, listSentences(one), listSentences(one)[0] ?? '')),
    make('source', `/sources/statement-${id}/`, [`${fields.title} (${ref})`, `Statement ${ref}`], `${fields.title} (${ref})`),
  ];
}

/** What search holds of a made-up archive of so many decisions, ten entries each, without a site being built. */
export function makeSearchEntries(count: number): SearchRecord[] {
  const entries = [...makeDecisions(count)].flatMap(makeEntries);
  return KINDS.flatMap((kind) => entries.filter((entry) => entry.kind === kind));
}
