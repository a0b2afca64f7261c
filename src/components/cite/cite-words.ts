import type { Citable, CitableKind } from '../../exports/citable.ts';
import { ACCESS_BLANK, type Citation, type StyleId } from '../../exports/citations.ts';

const styleNames: Record<StyleId, string> = { oscola: 'OSCOLA', harvard: 'Harvard', apa: 'APA' };

/** One line of the box: a style, the part of it, and the HTML to copy. */
export interface CiteRow {
  style: StyleId;
  name: string;
  part: string;
  html: string;
}

const blank = `<span class="cite-blank">${ACCESS_BLANK}</span>`;

/** Every line of the box, with the blank for the date of access marked. */
export const toRows = (citations: readonly Citation[]): CiteRow[] =>
  citations.flatMap(({ style, cite, entry }) => {
    const row = (part: string, html: string): CiteRow => ({
      style,
      name: styleNames[style],
      part,
      html: html.replaceAll(ACCESS_BLANK, blank),
    });
    return entry ? [row('in the text', cite), row('list of references', entry)] : [row('footnote', cite)];
  });

/** What a reader must know before using the forms of one record. */
export function cautionsOf(kind: CitableKind, { item, via }: Citable, archiveTitle: string, asOf: string): string[] {
  const isCase = item.type === 'legal_case';
  return [
    ...(isCase
      ? [
          'OSCOLA has no rule for ombudsman decisions, and they have no neutral citation. The form here follows its rule for reports and is a suggestion.',
        ]
      : []),
    ...(via
      ? [
          'We have not seen these words in their original source, so they are cited as quoted where we read them. It is better to find them in the original and cite that.',
        ]
      : []),
    ...(kind === 'event' || kind === 'essay'
      ? [`This cites ${archiveTitle}’s own page. Its date, ${asOf}, is the day to which the record is up to date.`]
      : []),
  ];
}
