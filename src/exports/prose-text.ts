import type { ComponentCall, Segment } from '../compile/segments.ts';
import type { Archive } from '../graph/archive.ts';
import { formatDate } from '../graph/date-text.ts';
import { formatInterval, measureInterval } from '../graph/interval.ts';
import { formatTotal, totalPayments } from '../graph/money.ts';
import { keyOf } from '../graph/targets.ts';
import type { TargetKind } from '../schema/reference.ts';
import { decodeHtml } from './escape.ts';

const toText = (html: string) =>
  decodeHtml(
    html
      .replace(/\n/g, ' ')
      .replace(/<li\b[^>]*>/g, '\n- ')
      .replace(/<br\b[^>]*>|<\/tr>/g, '\n')
      .replace(/<\/t[dh]>/g, ' | ')
      .replace(/<\/?(?:p|h[1-6]|ul|ol|blockquote|table)\b[^>]*>/g, '\n\n')
      .replace(/<[^>]*>/g, ''),
  );

/** What the text of a body takes from the archive, by id. */
interface Lookup {
  archive: Archive;
  quotes: ReadonlyMap<string, Archive['quotes'][number]>;
  dates: ReadonlyMap<string, string>;
  persons: ReadonlyMap<string, Archive['persons'][number]>;
  readings: ReadonlyMap<string, string>;
}

const labelled: Partial<Record<ComponentCall['name'], TargetKind>> = {
  Finding: 'finding',
  Recommendation: 'recommendation',
  Payment: 'payment',
  Conflict: 'conflict',
  Claim: 'claim',
  Decision: 'decision',
  Body: 'body',
  Theme: 'theme',
  Term: 'term',
  Essay: 'essay',
  Event: 'event',
};

function writeCall(lookup: Lookup, call: ComponentCall, within: string | undefined): string {
  const { archive, quotes, dates, persons } = lookup;
  const { name, props, inline } = call;
  const id = props['id'] ?? '';
  const inner = call.children.length > 0 ? writeProse(lookup, call.children, within) : undefined;
  const label = (kind: TargetKind) => archive.labels.get(keyOf(kind, id)) ?? id;
  const dateOf = (event: string | undefined) => dates.get(event ?? '') ?? '';
  switch (name) {
    case 'Quote': {
      const { text, voice } = quotes.get(id)?.data ?? {};
      return inline ? `“${text}”` : `\n\n“${text}” (voice: ${voice})\n\n`;
    }
    case 'Person': {
      const { names, role } = persons.get(id)?.data ?? {};
      return inner ?? names?.find(({ decision }) => decision === (props['decision'] ?? within))?.name ?? role ?? id;
    }
    case 'Cite':
      return `[${[label('source'), props['at']].filter(Boolean).join(', ')}]`;
    case 'Sum': {
      const { decision, from, to } = props;
      const total = totalPayments(archive.payments, { decisions: decision === undefined ? undefined : [decision], payer: from, payee: to });
      return formatTotal(total, (owner, reading) => lookup.readings.get(`${owner}/${reading}`) ?? reading);
    }
    case 'Days':
      return formatInterval(measureInterval(dateOf(props['from']), dateOf(props['to'])));
    case 'Event':
      return inner ?? `${formatDate(dateOf(id))}: ${label('event')}`;
    case 'Note':
      return ` [Note: ${inner?.trim() ?? ''}]`;
    case 'Sic':
      return `${inner ?? ''} [sic]`;
    case 'Opinion':
      return inline ? `${inner ?? ''} [Opinion of ${props['by']}]` : `\n\nOpinion of ${props['by']}:\n\n${inner ?? ''}`;
    case 'Anchor':
      return '';
    default: {
      const kind = labelled[name];
      return inner ?? (kind ? label(kind) : '');
    }
  }
}

const writeProse = (lookup: Lookup, segments: readonly Segment[], within: string | undefined): string =>
  segments.map((segment) => (typeof segment === 'string' ? toText(segment) : writeCall(lookup, segment, within))).join('');

const tidy = (prose: string) =>
  prose
    .replace(/[^\S\n\u00A0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

export type WriteProse = (segments: readonly Segment[], within?: string | undefined) => string;

/**
 * Writes compiled bodies as plain text: paragraphs apart by a blank line, citations in brackets, computed figures
 * worked out. `within` is the decision in whose text a body stands, which says what letters the persons have.
 */
export function openProse(archive: Archive): WriteProse {
  const lookup: Lookup = {
    archive,
    quotes: new Map(archive.quotes.map((quote) => [quote.id, quote])),
    dates: new Map(archive.events.map(({ id, data }) => [id, data.date])),
    persons: new Map(archive.persons.map((person) => [person.id, person])),
    readings: new Map(
      archive.decisions.flatMap(({ id, data }) => data.paymentReadings.map((reading) => [`${id}/${reading.id}`, reading.label] as const)),
    ),
  };
  return (segments, within) => tidy(writeProse(lookup, segments, within));
}
