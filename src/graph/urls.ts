import type { TargetKind } from '../schema/reference.ts';

const inPage = (id: string) => id.replace('/', '-');

const split = (id: string): [string, string] => {
  const [owner = '', local = ''] = id.split('/');
  return [owner, local];
};

/** The one address of a thing: from the root of the site, without origin and base. */
export type UrlOf = (kind: TargetKind, id: string) => string;

/** Its address where every list fits one page; the archive’s own `urlOf` knows which lists do not. */
export function urlOnOnePage(kind: TargetKind, id: string): string {
  const [owner, local] = split(id);
  switch (kind) {
    case 'decision':
      return `/decisions/${id}/`;
    case 'finding':
      return `/decisions/${owner}/#f-${local}`;
    case 'recommendation':
      return `/recommendations/#${inPage(id)}`;
    case 'payment':
      return `/payments/#${inPage(id)}`;
    case 'quote':
      return `/quotes/${owner}/${local}/`;
    case 'event':
      return `/timeline/#${id}`;
    case 'body':
      return `/bodies/${id}/`;
    case 'family':
    case 'person':
      return `/people/#${id}`;
    case 'theme':
      return `/themes/${id}/`;
    case 'term':
      return `/glossary/#${id}`;
    case 'conflict':
      return `/conflicts/#${id}`;
    case 'claim':
      return `/claims/#${id}`;
    case 'essay':
      return `/essays/${id}/`;
    case 'correction':
      return `/changes/#${id}`;
    case 'source':
      return `/sources/${id}/`;
  }
}

/** The fragment of a thing inside a page that lists its kind. */
export const fragmentOf = (kind: TargetKind, id: string): string => urlOnOnePage(kind, id).split('#')[1] ?? inPage(id);

/** The formats in which a citation can be fetched: BibTeX, RIS and CSL-JSON. */
export const citeFormats = ['bib', 'ris', 'json'] as const;
export type CiteFormat = (typeof citeFormats)[number];

/** Where a record's citation lies: beside its own page, which for an event is its share page. */
export function citeUrlOf(kind: TargetKind, id: string, format: CiteFormat): string {
  const page = kind === 'event' ? `/timeline/${id}/` : urlOnOnePage(kind, id);
  if (page.includes('#')) throw new Error(`A ${kind} has no page of its own, so it has no citation file`);
  return `${page}cite.${format}`;
}

/** Whether a file is a citation: it lies beside its page and goes where that goes, so it is no address of its own. */
export const isCiteFile = (path: string): boolean => citeFormats.some((format) => path.endsWith(`/cite.${format}`));

/** The whole bibliography in one file. */
export const bibliographyUrlOf = (format: CiteFormat): string => `/sources/cite.${format}`;

/** Kinds whose records have a share card of their own. */
export type CardKind = 'decision' | 'event' | 'quote';

const cardFolders: Record<CardKind, string> = { decision: 'decisions', event: 'timeline', quote: 'quotes' };

/** Where the picture lies that stands for a record when its page is shared. */
export const cardUrlOf = (kind: CardKind, id: string): string => `/cards/${cardFolders[kind]}/${id}.png`;

/** The picture of every other page. */
export const ARCHIVE_CARD = '/cards/archive.png';

/**
 * Pages under this path are made for a frame of any other site, and no other page may stand in one: the rule for `frame-ancestors` in
 * every header file.
 */
export const FRAMED = '/embed/';

/** What can be shown in a frame beside single quotations. */
export type EmbeddedList = 'timeline' | 'recommendations';

export const embedListUrl = (list: EmbeddedList): string => `${FRAMED}${list}/`;
export const embedQuoteUrl = (quote: string): string => `${FRAMED}quote/${quote}/`;
