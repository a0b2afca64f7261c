import type { Archive, Entry } from '../graph/archive.ts';
import { compareDates } from '../graph/interval.ts';
import { keyOf } from '../graph/targets.ts';
import { urlOf } from '../graph/urls.ts';
import { readEdtf } from '../schema/date.ts';
import type { TargetKind } from '../schema/reference.ts';
import { draftEntries, type EntryDraft } from './feed-drafts.ts';
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
export interface Feed {
  title: string;
  subtitle: string;
  /** The page that it follows. */
  page: string;
  /** The folder in which its two files lie, from the root of the site. */
  path: string;
  author: string;
  rights: string | undefined;
  updated: string;
  entries: FeedEntry[];
}

/** When a page entered the record and when it last changed, by path, as dates in EDTF: what the ledger of addresses knows. */
export type History = ReadonlyMap<string, { published: string; updated: string }>;

/** What a feed follows. */
export type FeedScope =
  { kind: 'everything' } | { kind: 'recommendations' } | { kind: 'corrections' } | { kind: 'family'; family: Entry<'family'> };

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

const latest = (instants: readonly string[]) => instants.toSorted().at(-1);

/** For every record, the dates of the corrections made to it. */
function listCorrections(archive: Archive): Map<string, string[]> {
  const pairs = archive.corrections.flatMap(({ data }) =>
    toPassageRows(data.passages).map(({ kind, id }) => ({ key: keyOf(kind, id), date: data.date })),
  );
  return new Map([...Map.groupBy(pairs, ({ key }) => key)].map(([key, found]) => [key, found.map(({ date }) => date)]));
}

function belongs(scope: FeedScope, { kind, decisions }: EntryDraft, inFamily: ReadonlySet<string>): boolean {
  switch (scope.kind) {
    case 'everything':
      return true;
    case 'recommendations':
      return kind === 'recommendation';
    case 'corrections':
      return kind === 'correction';
    case 'family':
      return decisions.some((decision) => inFamily.has(decision));
  }
}

/** What a feed is called, and where it and the page that it follows are. */
export const nameFeed = ({ settings }: Archive, scope: FeedScope): Pick<Feed, 'title' | 'subtitle' | 'path' | 'page'> => {
  switch (scope.kind) {
    case 'everything':
      return { title: settings.title, subtitle: settings.subject, path: '/', page: '/' };
    case 'recommendations':
      return {
        title: `${settings.title}: recommendations`,
        subtitle: 'What was recommended, and every state that becomes known.',
        path: '/recommendations/',
        page: '/recommendations/',
      };
    case 'corrections':
      return {
        title: `${settings.title}: corrections`,
        subtitle: 'Every change of substance to what was published.',
        path: '/changes/',
        page: '/changes/',
      };
    case 'family':
      return {
        title: `${settings.title}: ${scope.family.data.title}`,
        subtitle: scope.family.data.summary,
        path: `/families/${scope.family.id}/`,
        page: urlOf('family', scope.family.id),
      };
  }
};

/**
 * The feed of one scope, newest first. What has no history yet entered with the day up to which the record was brought,
 * `asOf`; a correction is dated by itself, and dates what it corrects. The clock of the build has no part in it.
 */
export function buildFeed(archive: Archive, publication: Publication, scope: FeedScope, history: History = new Map()): Feed {
  const corrections = listCorrections(archive);
  const { asOf, publisher, title, wordsLicence } = archive.settings;
  const inFamily = new Set(
    scope.kind === 'family' ? archive.decisions.filter(({ data }) => data.family === scope.family.id).map(({ id }) => id) : [],
  );

  const toEntry = (draft: EntryDraft): FeedEntry => {
    const { kind, id, date, title: own, summary, paragraphs } = draft;
    const known = history.get(urlOf(kind, id));
    const published = kind === 'correction' ? date : known?.published;
    const changes = [published ?? asOf, ...(known ? [known.updated] : []), ...(corrections.get(keyOf(kind, id)) ?? [])].map(toInstant);
    return {
      address: toAddress(publication, urlOf(kind, id)),
      kind,
      title: own,
      summary,
      paragraphs: paragraphs.length > 0 ? paragraphs : [summary],
      published: published && toInstant(published),
      updated: latest(changes) ?? toInstant(asOf),
    };
  };

  const drafts = draftEntries(archive).filter((draft) => belongs(scope, draft, inFamily));
  const entries = drafts
    .toSorted(byDate)
    .map(toEntry)
    .toSorted((a, b) => (a.updated < b.updated ? 1 : a.updated > b.updated ? -1 : 0))
    .slice(0, NEWEST);
  return {
    ...nameFeed(archive, scope),
    author: publisher ?? title,
    rights: wordsLicence?.name,
    updated: latest(entries.map(({ updated }) => updated)) ?? toInstant(asOf),
    entries,
  };
}

/** Every feed of the archive. */
export const listFeedScopes = (archive: Archive): FeedScope[] => [
  { kind: 'everything' },
  { kind: 'recommendations' },
  { kind: 'corrections' },
  ...archive.families.map((family): FeedScope => ({ kind: 'family', family })),
];
