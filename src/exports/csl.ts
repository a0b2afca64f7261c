import type { Archive, Entry, SourceEntry } from '../graph/archive.ts';
import { formatDate } from '../graph/date-text.ts';
import { findById } from '../graph/find-by-id.ts';
import { readEdtf } from '../schema/date.ts';
import type { TargetKind } from '../schema/reference.ts';
import type { Source } from '../schema/source.ts';

/** A date in CSL-JSON: its parts as far as known, or words where it is uncertain or a span. */
export type CslDate = { 'date-parts': number[][] } | { literal: string };

export type CslName = NonNullable<Source['author']>[number];

/** An item of CSL-JSON, as Zotero and citation engines read it. What is not known is left out. */
export interface CslItem extends Omit<Source, 'custom' | 'issued'> {
  issued?: CslDate | undefined;
  /** Who decided, in one string: the form in which CSL knows the court of a case. */
  authority?: string | undefined;
}

/** The whole address of a record, with its origin. */
export type AddressOf = (kind: TargetKind, id: string) => string;

const partsOf = (text: string) => text.split('-').map(Number);

/** A date of the archive in CSL. Doubt and spans stay in words, since most styles would print them as plain dates. */
export function toCslDate(edtf: string): CslDate {
  const { interval, start } = readEdtf(edtf);
  return interval || !start || start.qualifier ? { literal: formatDate(edtf) } : { 'date-parts': [partsOf(start.text)] };
}

export const nameText = (name: CslName): string => ('literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' '));

/** A decision's page as a case: whose statement it is as the title, the reference apart, and who decided as the authority. */
function toCase(item: CslItem): CslItem {
  const { number, author = [], title } = item;
  const authority = author.map(nameText).join(' and ');
  return { ...item, type: 'legal_case', title: title.replace(` (${number})`, ''), ...(authority && { authority }) };
}

/** A source as it was given, without what only Upheld reads; a decision of an ombudsman as a case. */
export function toSourceItem({ data }: SourceEntry): CslItem {
  const { custom, ...given } = data;
  return custom.group === 'decision' ? toCase(given) : given;
}

const formNames = { 'decision-statement': 'Decision statement', 'public-report': 'Public report' } as const;

/** Where and as of when this record holds a thing: for the notes of an export. */
const whereabouts = ({ settings }: Archive, address: string) =>
  `In ${settings.title}, brought up to ${formatDate(settings.asOf)}: ${address}`;

const seenStatement = (archive: Archive, { data }: Entry<'decision'>) => {
  const seen = data.statements.find(({ source }) => source);
  const source = seen?.source === undefined ? undefined : findById(archive.sources, seen.source)?.data;
  return source && { ...source, number: source.number ?? seen?.ref ?? data.ref };
};

/** A decision as a whole, where it is not known which of its pages is meant: a supplied title in brackets, and our own address. */
export function toWholeDecisionItem(archive: Archive, decision: Entry<'decision'>, addressOf: AddressOf): CslItem {
  const { id, data } = decision;
  const name = findById(archive.bodies, data.decidedBy)?.data.name;
  const author = seenStatement(archive, decision)?.author ?? (name ? [{ literal: name }] : []);
  const item: CslItem = {
    id,
    type: 'legal_case',
    title: `[${data.title}]`,
    author,
    genre: formNames[data.form],
    number: data.ref,
    issued: toCslDate(data.date),
  };
  return { ...toCase(item), URL: addressOf('decision', id), note: whereabouts(archive, addressOf('decision', id)) };
}

/** A decision as a case: the first of its statements whose page was seen, as that page has it; where none was, the whole. */
export function toDecisionItem(archive: Archive, decision: Entry<'decision'>, addressOf: AddressOf): CslItem {
  const seen = seenStatement(archive, decision);
  if (!seen) return toWholeDecisionItem(archive, decision, addressOf);
  const { custom: _custom, ...given } = seen;
  const note = [given.note, whereabouts(archive, addressOf('decision', decision.id))].filter(Boolean).join(' ');
  return { ...toCase({ ...given, issued: given.issued ?? toCslDate(decision.data.date) }), note };
}

/** One of our own pages: its date is that up to which the record was brought, never that of the build. */
function toOwnPage({ settings }: Archive, id: string, title: string, URL: string): CslItem {
  return {
    id,
    type: 'webpage',
    title,
    ...(settings.publisher && { author: [{ literal: settings.publisher }] }),
    'container-title': settings.title,
    issued: toCslDate(settings.asOf),
    URL,
  };
}

export const toEventItem = (archive: Archive, { id, data }: Entry<'event'>, addressOf: AddressOf): CslItem =>
  toOwnPage(archive, id, data.title, addressOf('event', id));

export const toEssayItem = (archive: Archive, { id, data }: Entry<'essay'>, addressOf: AddressOf): CslItem =>
  toOwnPage(archive, id, data.title, addressOf('essay', id));
