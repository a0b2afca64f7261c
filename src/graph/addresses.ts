import type { TargetKind } from '../schema/reference.ts';
import type { Archive, Entry, PublishedKind } from './archive.ts';
import { type Addressed, hashRecord } from './record-words.ts';
import { listPossiblePlaces } from './list-parts.ts';
import { embedQuoteUrl, type UrlOf } from './urls.ts';

/** One place at which a record, or a passage of its text, is published. */
export interface Address {
  path: string;
  /** Empty for the page itself. */
  fragment: string;
  kind: TargetKind;
  id: string;
  /** The hash of the words there. */
  hash: string;
  /** Hashes of the same words before something was added to them. */
  grownFrom: readonly string[];
  /** The one address by which the thing is cited, which may be another than this. */
  canonical: string;
  /** Where a passage of a body stands in its file; records have none. */
  passage?: { file: string; line: number; column: number };
}

/** The part of the archive that has addresses. */
export type Addressable = Pick<
  Archive,
  | 'decisions'
  | 'events'
  | 'bodies'
  | 'families'
  | 'themes'
  | 'terms'
  | 'conflicts'
  | 'claims'
  | 'essays'
  | 'corrections'
  | 'sources'
  | 'persons'
  | 'findings'
  | 'recommendations'
  | 'payments'
  | 'quotes'
  | 'urlOf'
>;

/** A path with its fragment, or alone. */
export const toAddress = (path: string, fragment: string): string => (fragment === '' ? path : `${path}#${fragment}`);

/** As much of a hash as a link carries to tell which words were seen: one state of a passage from its others. */
export const toSeen = (hash: string): string => hash.slice(0, 6);

/** The path and the fragment of an address. */
export function splitAddress(address: string): [path: string, fragment: string] {
  const [path = '', fragment = ''] = address.split('#');
  return [path, fragment];
}

/** The pages that print the text of a record. A part of the timeline names its events only; each is told on its own page. */
function pagesOf(kind: TargetKind, id: string, urlOf: UrlOf): string[] {
  const [path] = splitAddress(urlOf(kind, id));
  if (kind !== 'event') return [path];
  return path === '/timeline/' ? [path, `/timeline/${id}/`] : [`/timeline/${id}/`];
}

/** The places of a thing beside the one by which it is cited. Needs no record: what was deleted still has had its addresses. */
function listOtherPlaces(kind: TargetKind, id: string): string[] {
  const [owner = '', local = ''] = id.split('/');
  switch (kind) {
    case 'event':
      return [`/timeline/${id}/`];
    case 'recommendation':
      return [`/decisions/${owner}/#r-${local}`];
    case 'quote':
      return [`/decisions/${owner}/#q-${local}`, `/sources/${owner}/#q-${local}`, embedQuoteUrl(id)];
    default:
      return [];
  }
}

/** Every place at which a thing may be or have been published, those by which it is cited first. */
export const listPlaces = (kind: TargetKind, id: string): string[] => [...listPossiblePlaces(kind, id), ...listOtherPlaces(kind, id)];

function addressesOf<K extends TargetKind>(kind: K, id: string, data: Addressed[K], places: readonly string[]): Address[] {
  const hashed = hashRecord(kind, data);
  return places.map((place) => {
    const [path, fragment] = splitAddress(place);
    return { path, fragment, kind, id, ...hashed, canonical: places[0] ?? place };
  });
}

const passagesOf = ({ kind, id, file, anchors }: Entry<PublishedKind>, path: string, home: string): Address[] =>
  anchors.map(({ id: fragment, hash, line, column }) => ({
    path,
    fragment,
    kind,
    id,
    hash,
    grownFrom: [],
    canonical: toAddress(home, fragment),
    passage: { file, line, column },
  }));

/** Every address that the archive publishes, in the order of its pages. What only the layout prints is not among them. */
export function listAddresses(archive: Addressable): Address[] {
  const { decisions, events, bodies, families, themes, terms, conflicts, claims, essays, corrections, urlOf } = archive;
  const ownAddresses = <K extends TargetKind>(kind: K, id: string, data: Addressed[K]) =>
    addressesOf(kind, id, data, [urlOf(kind, id), ...listOtherPlaces(kind, id)]);
  /** A record with a file of its own: its places, and the passages of its text on every page that prints it. */
  const entryAddresses = <K extends PublishedKind>(kind: K, entry: Entry<K> & { data: Addressed[K] }): Address[] => {
    const own = ownAddresses(kind, entry.id, entry.data);
    const pages = pagesOf(kind, entry.id, urlOf);
    const passages = (path: string) => (pages.includes(path) ? passagesOf(entry, path, pages[0] ?? path) : []);
    return own.flatMap((address) => [address, ...passages(address.path)]);
  };
  return [
    ...decisions.flatMap((entry) => entryAddresses('decision', entry)),
    ...archive.findings.flatMap(({ id, data }) => ownAddresses('finding', id, data)),
    ...archive.recommendations.flatMap(({ id, data }) => ownAddresses('recommendation', id, data)),
    ...archive.payments.flatMap(({ id, data }) => ownAddresses('payment', id, data)),
    ...archive.quotes.flatMap(({ id, owner, data }) =>
      addressesOf('quote', id, data, [urlOf('quote', id), `${urlOf(owner.kind, owner.id)}#q-${data.id}`, embedQuoteUrl(id)]),
    ),
    ...events.flatMap((entry) => entryAddresses('event', entry)),
    ...bodies.flatMap((entry) => entryAddresses('body', entry)),
    ...families.flatMap((entry) => entryAddresses('family', entry)),
    ...archive.persons.flatMap(({ id, data }) => ownAddresses('person', id, data)),
    ...themes.flatMap((entry) => entryAddresses('theme', entry)),
    ...terms.flatMap((entry) => entryAddresses('term', entry)),
    ...conflicts.flatMap((entry) => entryAddresses('conflict', entry)),
    ...claims.flatMap((entry) => entryAddresses('claim', entry)),
    ...essays.flatMap((entry) => entryAddresses('essay', entry)),
    ...corrections.flatMap((entry) => entryAddresses('correction', entry)),
    ...archive.sources.flatMap(({ id, data }) => ownAddresses('source', id, data)),
  ];
}

/** Addresses by path and fragment. */
export const indexAddresses = (addresses: readonly Address[]): Map<string, Address> =>
  new Map(addresses.map((address) => [toAddress(address.path, address.fragment), address]));
