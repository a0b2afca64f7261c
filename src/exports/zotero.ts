import type { Citable } from './citable.ts';
import { type CslDate, type CslItem, type CslName, nameText } from './csl.ts';

/** One `<meta>` of a page's head. */
export interface MetaTag {
  name: string;
  content: string;
}

type Tag = [name: string, content: string | undefined];

type TextField = 'authority' | 'container-title' | 'genre' | 'number' | 'page' | 'publisher' | 'publisher-place';

const place: [TextField, string] = ['publisher-place', 'place'];
const pages: [TextField, string] = ['page', 'pages'];

/** Zotero's name for each type, and for the fields that it has. */
const zoteroTypes: Record<CslItem['type'], { type: string; fields: [TextField, string][] }> = {
  legal_case: {
    type: 'case',
    fields: [
      ['number', 'docketNumber'],
      ['authority', 'court'],
    ],
  },
  legislation: { type: 'statute', fields: [['number', 'publicLawNumber']] },
  report: { type: 'report', fields: [['number', 'reportNumber'], ['genre', 'reportType'], ['publisher', 'institution'], place, pages] },
  book: { type: 'book', fields: [['publisher', 'publisher'], place] },
  chapter: { type: 'bookSection', fields: [['container-title', 'bookTitle'], ['publisher', 'publisher'], place, pages] },
  webpage: {
    type: 'webpage',
    fields: [
      ['container-title', 'websiteTitle'],
      ['genre', 'websiteType'],
    ],
  },
  'post-weblog': {
    type: 'blogPost',
    fields: [
      ['container-title', 'blogTitle'],
      ['genre', 'websiteType'],
    ],
  },
  'article-newspaper': {
    type: 'newspaperArticle',
    fields: [['container-title', 'publicationTitle'], ['publisher', 'publisher'], place, pages],
  },
};

/** Zotero splits a name at its last space unless it has a comma, so the name of a body ends in one, which Zotero then drops. */
const creatorOf = (name: CslName) => ('literal' in name ? `${name.literal},` : [name.family, name.given].filter(Boolean).join(', '));

const isoOf = (date: CslDate | undefined): string | undefined =>
  date && 'date-parts' in date
    ? date['date-parts'][0]?.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
    : undefined;

/**
 * What a page's head says of the one thing that it is about, for Zotero's translator of embedded metadata and for others.
 * The translator's own rules decide what is here (tests/exports/zotero.test.ts has them):
 * * `z:` outranks all else: `og:type` and `og:url` of a share card come after it, Dublin Core after those.
 * * `citation_technical_report_*`, `citation_journal_title` and their like would outrank even `z:itemType`, so there are none,
 *   and no `citation_author`, which would split the names of bodies.
 * * Without a date the first `<time>` of the page would be taken for it, so an undated thing says that it is.
 */
export function toMetaTags({ items: [item] }: Citable, abstract?: string): MetaTag[] {
  if (!item) return [];
  const { type, fields } = zoteroTypes[item.type];
  const iso = isoOf(item.issued);
  const words = item.issued && 'literal' in item.issued ? item.issued.literal : undefined;
  const own = fields.map(([field, name]): Tag => [`z:${name}`, item[field]]);
  const tags: Tag[] = [
    ['z:itemType', type],
    ...own,
    ['z:date', iso ?? words ?? 'n.d.'],
    ['z:url', item.URL],
    ['z:abstractNote', abstract],
    ['z:extra', item.note],
    ...(item.author ?? []).map((name): Tag => ['bib.authors', creatorOf(name)]),
    ...(item.editor ?? []).map((name): Tag => ['bib.editors', creatorOf(name)]),
    ['dc.title', item.title],
    ...(item.author ?? []).map((name): Tag => ['dc.creator', nameText(name)]),
    ['dc.date', iso ?? words],
    ['dc.publisher', item.authority ?? item.publisher],
    ['dc.identifier', item.type === 'legal_case' ? item.number : undefined],
    ['citation_title', item.title],
    ['citation_date', iso],
    ['citation_public_url', item.URL],
  ];
  return tags.flatMap(([name, content]) => (content ? [{ name, content }] : []));
}
