import type { Archive } from '../graph/archive.ts';
import { compareDates } from '../graph/interval.ts';
import { keyOf } from '../graph/targets.ts';
import { readEdtf } from '../schema/date.ts';
import type { TargetKind } from '../schema/reference.ts';
import { draftEntries, type EntryDraft } from './feed-drafts.ts';
import { type FeedName, type FeedScope, nameFeed } from './feed-scopes.ts';
import { type Publication, toAddress } from './publication.ts';
import { toPassageRows } from './rows/passage-rows.ts';

/** One entry of a feed. Its address is its id, and stays. Times are RFC 3339, from content alone. */
export interface FeedEntry {
  address: string;
  title: string;
  /** One sentence or so, as plain text. */
  summary: string;
  /** The whole, as paragraphs of plain text. */
  paragraphs: string[];
  /** When it entered the record, where that is known. */
  published: string | undefined;
  updated: string;
  kind: TargetKind;
}

/** A feed, before it is written as Atom or JSON. */
export interface Feed extends FeedName {
  author: string;
  rights: string | undefined;
  updated: string;
  entries: FeedEntry[];
}

/** When each address entered the record and when it last changed, as dates in EDTF: what the ledger of addresses knows. */
export type History = ReadonlyMap<string, { published: string; updated: string }>;

/** The newest that a feed holds. */
const NEWEST = 200;

const MS_PER_DAY = 86_400_000;

/** The first instant that a date can mean. */
function toInstant(edtf: string): string {
  const { start, end } = readEdtf(edtf);
  return new Date(((start ?? end)?.first ?? 0) * MS_PER_DAY).toISOString().replace('.000Z', 'Z');
}

/** The newest first; what has no date of its own comes last. */
const byDate = (a: EntryDraft, b: EntryDraft) => (a.date && b.date ? compareDates(b.date, a.date) : a.date ? -1 : b.date ? 1 : 0);

const latest = (instants: readonly string[]) => instants.reduce((last, instant) => (instant > last ? instant : last), '');

/** For every record, the dates of the corrections made to it. */
function listCorrections(archive: Archive): Map<string, string[]> {
  const corrections = new Map<string, string[]>();
  for (const { data } of archive.corrections) {
    for (const { kind, id } of toPassageRows(data.passages))
      corrections.set(keyOf(kind, id), [...(corrections.get(keyOf(kind, id)) ?? []), data.date]);
  }
  return corrections;
}

type Dated = FeedEntry & { families: ReadonlySet<string> };

/** Every entry, the newest first: by when it changed, then by its own date. */
function listEntries(archive: Archive, publication: Publication, history: History): Dated[] {
  const corrections = listCorrections(archive);
  const familyOf = new Map(archive.decisions.map(({ id, data }) => [id, data.family]));
  const toEntry = ({ kind, id, date, decisions, title, summary, paragraphs }: EntryDraft): Dated => {
    const known = history.get(archive.urlOf(kind, id));
    const published = kind === 'correction' ? date : known?.published;
    const changes = [published ?? archive.settings.asOf, ...(known ? [known.updated] : []), ...(corrections.get(keyOf(kind, id)) ?? [])];
    return {
      address: toAddress(publication, archive.urlOf(kind, id)),
      kind,
      title,
      summary,
      paragraphs: paragraphs.length > 0 ? paragraphs : [summary],
      published: published && toInstant(published),
      updated: latest(changes.map(toInstant)),
      families: new Set(decisions.flatMap((decision) => familyOf.get(decision) ?? [])),
    };
  };
  return draftEntries(archive)
    .toSorted(byDate)
    .map(toEntry)
    .toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0));
}

/**
 * Builds the feed of any scope, newest first. What has no history yet entered with the day up to which the record was
 * brought, `asOf`; a correction is dated by itself, and dates what it corrects. The clock of the build has no part in it.
 */
export function openFeeds(archive: Archive, publication: Publication, history: History = new Map()): (scope: FeedScope) => Feed {
  const all = listEntries(archive, publication, history);
  const byFamily = new Map<string, Dated[]>(archive.families.map(({ id }) => [id, []]));
  for (const entry of all) for (const family of entry.families) byFamily.get(family)?.push(entry);
  const { asOf, publisher, title, wordsLicence } = archive.settings;

  const select = (scope: FeedScope): Dated[] => {
    switch (scope.kind) {
      case 'everything':
        return all;
      case 'recommendations':
        return all.filter(({ kind }) => kind === 'recommendation');
      case 'corrections':
        return all.filter(({ kind }) => kind === 'correction');
      case 'family':
        return byFamily.get(scope.family.id) ?? [];
    }
  };
  return (scope) => {
    const entries = select(scope).slice(0, NEWEST);
    return {
      ...nameFeed(archive, scope),
      author: publisher ?? title,
      rights: wordsLicence?.name,
      updated: entries[0]?.updated ?? toInstant(asOf),
      entries,
    };
  };
}
