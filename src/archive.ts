import { ContentError } from './compile/problem.ts';
import { type Citable, type CitableKind, toCitable } from './exports/citable.ts';
import { openCitations } from './exports/citations.ts';
import { openShareCards, type ShareCard } from './exports/share-cards.ts';
import type { SearchKind } from './exports/search-kinds.ts';
import { listSearchRecords } from './exports/search-records.ts';
import type { Archive } from './graph/archive.ts';
import { loadArchive } from './graph/load-archive.ts';
import { listPagePermalinks } from './graph/page-permalinks.ts';
import { keyOf } from './graph/targets.ts';
import type { CardKind } from './graph/urls.ts';
import type { TargetKind } from './schema/reference.ts';

function load(): Archive {
  const { archive, problems } = loadArchive(process.cwd());
  if (!archive) throw new ContentError(problems);
  return archive;
}

/** The linked archive: the one door between the pages and the content. */
export const archive = load();

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
