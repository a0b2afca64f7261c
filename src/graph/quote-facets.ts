import { type Speaker, voices } from '../schema/quote.ts';
import { type Archive, type CheckLevel, checkLevels, type QuoteEntry } from './archive.ts';
import { groupInOrder } from './groups.ts';

/** The ways in which quotations are listed; each is a folder under `/quotes/`, so no owner may have its name. */
export const facetKinds = ['decision', 'voice', 'speaker', 'theme', 'check'] as const;
export type FacetKind = (typeof facetKinds)[number];

/** One value of a facet and the quotations that have it; its page is `/quotes/<kind>/<value>/`. */
export interface Facet {
  kind: FacetKind;
  value: string;
  quotes: QuoteEntry[];
}

export const facetPath = (kind: FacetKind, value: string): string => `/quotes/${kind}/${value}/`;

const toLatin = (letter: string) => (/[a-z0-9]/.test(letter) ? letter : (letter.codePointAt(0) ?? 0).toString(16));

/** `Steven Box` -> `steven-box`: accents are dropped, letters of other scripts become their code points. */
const slugify = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/[^ ]/gu, toLatin)
    .replaceAll(' ', '-');

/** The speaker as a part of an address: the id of a body or person, else the name. */
export const slugOfSpeaker = ({ body, person, name }: Speaker): string => body ?? person ?? slugify(name ?? '');

function valuesOf(kind: FacetKind, { owner, data, checked }: QuoteEntry): readonly string[] {
  switch (kind) {
    case 'decision':
      return owner.kind === 'decision' ? [owner.id] : [];
    case 'voice':
      return [data.voice];
    case 'speaker':
      return [slugOfSpeaker(data.speaker)];
    case 'theme':
      return data.themes;
    case 'check':
      return [checked];
  }
}

type Quoting = Pick<Archive, 'quotes' | 'themes'>;

/** The order of a facet's values, where it has one of its own; else they stand as the quotations first have them. */
function orderOf(kind: FacetKind, { themes }: Quoting): readonly string[] {
  return kind === 'voice' ? voices : kind === 'check' ? checkLevels : kind === 'theme' ? themes.map(({ id }) => id) : [];
}

/** Every value of one facet that some quotation has, with its quotations. */
export function listFacets(archive: Quoting, kind: FacetKind): Facet[] {
  const rows = archive.quotes.flatMap((quote) => valuesOf(kind, quote).map((value) => ({ value, quote })));
  return groupInOrder(rows, ({ value }) => value, orderOf(kind, archive)).map(([value, own]) => ({
    kind,
    value,
    quotes: own.map(({ quote }) => quote),
  }));
}

export const listAllFacets = (archive: Quoting): Facet[] => facetKinds.flatMap((kind) => listFacets(archive, kind));

/** How many quotations were checked how far, best first, without the levels that none has. */
export const countByCheck = (quotes: readonly QuoteEntry[]): { level: CheckLevel; count: number }[] =>
  checkLevels.map((level) => ({ level, count: quotes.filter(({ checked }) => checked === level).length })).filter(({ count }) => count > 0);

/** Quotations under the decision or source that they belong to. */
export interface OwnedQuotes {
  owner: QuoteEntry['owner'];
  quotes: QuoteEntry[];
}

/** Groups quotations by owner, in the order given. */
export function groupByOwner(quotes: readonly QuoteEntry[]): OwnedQuotes[] {
  const groups = groupInOrder(quotes, ({ owner }) => `${owner.kind}:${owner.id}`);
  return groups.flatMap(([, own]) => (own[0] ? [{ owner: own[0].owner, quotes: own }] : []));
}
