import { type Citable, type CitableKind, toCitable } from './exports/citable.ts';
import { openCitations } from './exports/citations.ts';
import { openPlaces } from './exports/quote-place.ts';
import { openQuoteTexts } from './exports/quote-text.ts';
import { openShareCards, type ShareCard } from './exports/share-cards.ts';
import type { SearchKind } from './exports/search-kinds.ts';
import { listSearchRecords } from './exports/search-records.ts';
import { toPassageUrl } from './exports/text-fragment.ts';
import { toSeen } from './graph/addresses.ts';
import type { PersonEntry, QuoteEntry } from './graph/archive.ts';
import { FULL, type ListKind } from './graph/list-parts.ts';
import { listPagePermalinks } from './graph/page-permalinks.ts';
import { getArchive } from './graph/shared-archive.ts';
import { facetPath, listAllFacets } from './graph/quote-facets.ts';
import { keyOf } from './graph/targets.ts';
import { listHeldParagraphs } from './graph/texts.ts';
import type { CardKind } from './graph/urls.ts';
import { listAllTimelineFacets, timelineFacetPath } from './graph/timeline-facets.ts';
import type { TargetKind } from './schema/reference.ts';

/** The linked archive: the one door between the pages and the content. */
export const archive = getArchive(process.cwd());

const byId = <T extends { id: string }>(kind: string, entries: readonly T[]) => {
  const entryById = new Map(entries.map((entry) => [entry.id, entry]));
  return (id: string): T => {
    const entry = entryById.get(id);
    if (!entry) throw new Error(`There is no ${kind} "${id}" in the archive`);
    return entry;
  };
};

export const getDecision = byId('decision', archive.decisions);
export const getEvent = byId('event', archive.events);
export const getBody = byId('body', archive.bodies);
export const getPerson = byId('person', archive.persons);
export const getSource = byId('source', archive.sources);
export const getQuote = byId('quote', archive.quotes);
export const getRecommendation = byId('recommendation', archive.recommendations);
export const getTerm = byId('term', archive.terms);

const familyOf = new Map([
  ...archive.decisions.map(({ id, data }) => [id, data.family] as const),
  ...archive.persons.map(({ id, family }) => [id, family] as const),
]);
const personsByFamily = Map.groupBy(archive.persons, ({ family }) => family);

/** The persons of the families of these decisions and persons; what is neither is passed over. */
export const personsOf = (subjects: readonly string[]): PersonEntry[] =>
  [...new Set(subjects.flatMap((id) => familyOf.get(id) ?? []))].flatMap((family) => personsByFamily.get(family) ?? []);

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** An address within the site as a page must write it: with the base path. */
export const toHref = (path: string): string => `${base}${path}`;

export const hrefOf = (kind: TargetKind, id: string): string => toHref(archive.urlOf(kind, id));

/** The whole address of a record, as exports and citations print it. */
export const addressOf = (kind: TargetKind, id: string): string => new URL(hrefOf(kind, id), import.meta.env.SITE).href;

export const citableOf = (kind: CitableKind, id: string): Citable => toCitable(archive, kind, id, addressOf);

/** Cites one record in every style. */
export const cite = openCitations(process.cwd());

const shareCards = openShareCards(archive);

/** The picture that stands for the whole archive where a page has none of its own. */
export const archiveCard: ShareCard = shareCards.whole;

/** The picture that stands for a record where its page is shared. */
export function cardOf(kind: CardKind, id: string): ShareCard {
  switch (kind) {
    case 'decision':
      return shareCards.decision(getDecision(id));
    case 'event':
      return shareCards.event(getEvent(id));
    case 'quote':
      return shareCards.quote(getQuote(id));
  }
}

/** The words by which a record is called in a link. */
export function labelOf(kind: TargetKind, id: string): string {
  const label = archive.labels.get(keyOf(kind, id));
  if (label === undefined) throw new Error(`There is no ${kind} "${id}" in the archive`);
  return label;
}

export const conflictsAt = (kind: TargetKind, id: string) => archive.conflictsByTarget.get(keyOf(kind, id)) ?? [];

export const mentionsOf = (kind: TargetKind, id: string) => archive.mentions.get(keyOf(kind, id)) ?? [];

const searchRecords = new Map(listSearchRecords(archive).map((record) => [`${record.kind}:${record.id}`, record]));

/** What search holds of one thing. */
export function searchRecordOf(kind: SearchKind, id: string) {
  const record = searchRecords.get(`${kind}:${id}`);
  if (!record) throw new Error(`There is no ${kind} "${id}" to be found by search`);
  return record;
}

const permalinksByPath = listPagePermalinks(archive);

/** What the page at a path of this site owes to the addresses that it has and had; `pathname` as Astro gives it, with base. */
export const permalinksOf = (pathname: string) =>
  permalinksByPath.get(pathname.slice(base.length)) ?? { addresses: [], gone: [], changes: [] };

// In a long archive a decision's own page is the list of its quotations and events; what was published stays.
const isKept = (kind: string, path: string) =>
  kind !== 'decision' || archive.decisions.length <= FULL || archive.permalinks.byAddress.has(path);

/** The ways in which the quotations are listed, and the values of each. */
export const quoteFacets = listAllFacets(archive).filter(({ kind, value }) => isKept(kind, facetPath(kind, value)));

/** The ways in which the timeline is narrowed, and the values of each. */
export const timelineFacets = listAllTimelineFacets(archive).filter(({ kind, value }) => isKept(kind, timelineFacetPath(kind, value)));

/** Whether the events of a decision have a page of their own on the timeline. */
export const hasTimeline = (decision: string): boolean => isKept('decision', timelineFacetPath('decision', decision));

/** The pages of a list as a route writes them: its own, then one for each of its parts. */
export const listPartPages = (kind: ListKind) =>
  [undefined, ...(archive.parts.get(kind) ?? [])].map((part) => ({ params: { part }, props: { part } }));

/** Those of the records of a list that stand in one part of it; on the list’s own page where no part is named. */
export const listPart = <T extends { id: string }>(kind: ListKind, records: readonly T[], part?: string): T[] =>
  records.filter(({ id }) => archive.partOf(kind, id) === part);

/** The place of a quotation, in words that stand away from this site. */
export const placeOf = openPlaces(archive);

const writeQuoteText = openQuoteTexts(archive);

/** A quotation as text that can stand anywhere; its address tells which words were seen. */
export function quoteTextOf(quote: QuoteEntry): string {
  const { pathname } = new URL(addressOf('quote', quote.id));
  const hash = permalinksOf(pathname).addresses.find(({ fragment }) => fragment === '')?.hash;
  return writeQuoteText(quote, `${addressOf('quote', quote.id)}${hash ? `?seen=${toSeen(hash)}` : ''}`);
}

const heldParagraphs = listHeldParagraphs(archive.texts);

/** Where the words of a quotation stand on the page of a source, if a browser can go to words there. */
export function passageUrlOf({ data }: QuoteEntry, source: string): string | undefined {
  const { URL: page } = getSource(source).data;
  return page && !/\.pdf$/i.test(page) ? toPassageUrl(page, data.text, heldParagraphs.get(source)) : undefined;
}
