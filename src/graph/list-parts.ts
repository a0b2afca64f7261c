import type { CompiledPermalink } from '../compile/ledger.ts';
import type { TargetKind } from '../schema/reference.ts';
import { fragmentOf, type UrlOf, urlOnOnePage } from './urls.ts';

/** Kinds that are read as one list, and whose records have their addresses on its page. */
const listKinds = ['event', 'recommendation', 'payment', 'person', 'correction'] as const;
export type ListKind = (typeof listKinds)[number];

/** Whether the address of a kind of record depends on how long its list is. A family stands above its persons, wherever these are. */
export const isPlacedByList = (kind: TargetKind): boolean => isListKind(kind) || kind === 'family';

/** The most records that share one page. */
export const FULL = 500;

/** What has no part of its own. */
const OTHER = 'other';

export const isListKind = (kind: TargetKind): kind is ListKind => listKinds.some((known) => known === kind);

/** The year that the id of an event or correction begins with; the two digits that the reference of a decision begins with. */
function readPart(kind: ListKind, id: string): string {
  const digits = kind === 'event' || kind === 'correction' ? /^\d{4}(?=-)/ : /^\d{2}(?=-)/;
  return digits.exec(id)?.[0] ?? OTHER;
}

/** Whether a part of a list other than a family’s can have this name; no event may, since its own page would be there. */
export const isPartName = (name: string): boolean => /^(?:\d{2}|\d{4}|other)$/.test(name);

/** The records of every list. */
export interface Listed extends Readonly<Record<Exclude<ListKind, 'person'>, readonly { id: string }[]>> {
  /** Each in its family, which is their part of the list. */
  person: readonly { id: string; family: string }[];
}

export interface ListPlaces {
  urlOf: UrlOf;
  /** The part of its list that a record stands in; undefined for one on the list’s own page. */
  partOf: (kind: ListKind, id: string) => string | undefined;
  /** The parts of every list that is too long for one page, in their order. */
  parts: ReadonlyMap<ListKind, readonly string[]>;
}

/** The page on which one part of a list stands. */
export const partPath = (kind: ListKind, part: string): string => `${urlOnOnePage(kind, '').split('#')[0]}${part}/`;

/**
 * Decides where the records of each list stand: all on its one page while that holds them; of a longer list those that were once
 * published there, which stay, and every other in its part. A function of the ids and the ledger alone.
 */
export function placeLists(listed: Listed, ledger: readonly CompiledPermalink[]): ListPlaces {
  const published = new Set(
    ledger.flatMap(({ data }) => (data.state === 'live' ? Object.keys(data.fragments).map((fragment) => `${data.path}#${fragment}`) : [])),
  );
  const familyOf = new Map(listed.person.map(({ id, family }) => [id, family]));
  const long = new Set(listKinds.filter((kind) => listed[kind].length > FULL));
  const findPart = (kind: TargetKind, id: string): { kind: ListKind; part: string } | undefined => {
    if (!isPlacedByList(kind)) return undefined;
    const list = kind === 'family' ? 'person' : kind;
    if (!isListKind(list) || !long.has(list) || published.has(urlOnOnePage(kind, id))) return undefined;
    const part = kind === 'family' ? id : kind === 'person' ? (familyOf.get(id) ?? OTHER) : readPart(list, id);
    return { kind: list, part };
  };
  return {
    urlOf(kind, id) {
      const place = findPart(kind, id);
      return place ? `${partPath(place.kind, place.part)}#${fragmentOf(kind, id)}` : urlOnOnePage(kind, id);
    },
    partOf: (kind, id) => findPart(kind, id)?.part,
    parts: new Map(
      [...long].map((kind) => [kind, [...new Set(listed[kind].flatMap(({ id }) => findPart(kind, id)?.part ?? []))].toSorted()]),
    ),
  };
}

/** Every place at which a record may have had its address, as far as its id can tell. */
export const listPossiblePlaces = (kind: TargetKind, id: string): string[] =>
  isListKind(kind) && kind !== 'person'
    ? [urlOnOnePage(kind, id), `${partPath(kind, readPart(kind, id))}#${fragmentOf(kind, id)}`]
    : [urlOnOnePage(kind, id)];

/** A list cut into pages of at most `size`: for lists that give nothing an address of its own. */
export const cutIntoPages = <T>(items: readonly T[], size = FULL): T[][] =>
  Array.from({ length: Math.max(1, Math.ceil(items.length / size)) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** The path of a page of such a list: its own for the first, then `page/2/`. */
export const numberedPath = (path: string, page: number): string => (page === 1 ? path : `${path}page/${page}/`);

/** The pages of such a list as a route writes them, with their numbers: no more to the path for the first. */
export const listPages = (items: readonly unknown[]): { rest: string | undefined; page: number }[] =>
  cutIntoPages(items).map((_, index) => ({ rest: index === 0 ? undefined : `page/${index + 1}`, page: index + 1 }));
