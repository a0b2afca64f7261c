/** What Zotero's translator of embedded metadata has to read of a page. */
export interface Head {
  metas: { name: string; content: string }[];
  title: string;
  canonical: string;
  language: string;
  /** The first `<time datetime>` of the page. */
  firstTime?: string | undefined;
  /** Text that the page marks as its author, by class or by `rel`. */
  byline?: string | undefined;
}

export interface ZoteroItem {
  itemType: string;
  fields: Record<string, string>;
  creators: { creatorType: string; firstName?: string; lastName: string }[];
}

const PREFIXES = ['bib', 'dc', 'dcterms', 'prism', 'z', 'eprints', 'og', 'article', 'book', 'so'];

/** Item types with the fields that this test knows, by the names they go under when saved. */
const ITEM_TYPES: Record<string, string[]> = {
  case: ['court', 'docketNumber'],
  statute: ['publicLawNumber'],
  report: ['reportNumber', 'reportType', 'institution', 'place', 'pages', 'ISSN'],
  book: ['publisher', 'place', 'ISBN'],
  bookSection: ['bookTitle', 'publisher', 'place', 'pages'],
  webpage: ['websiteTitle', 'websiteType', 'publisher'],
  blogPost: ['blogTitle', 'websiteType', 'ISSN'],
  newspaperArticle: ['publicationTitle', 'publisher', 'place', 'pages', 'ISSN'],
  journalArticle: ['publicationTitle', 'ISSN'],
};
const COMMON = ['title', 'date', 'url', 'abstractNote', 'extra', 'language'];

/** Tags of scholarly publishers that decide the type before anything else. */
const STRONG: Record<string, string> = {
  citation_journal_title: 'journalArticle',
  citation_technical_report_institution: 'report',
  citation_conference_title: 'conferencePaper',
  citation_conference: 'conferencePaper',
  citation_book_title: 'bookSection',
  citation_inbook_title: 'bookSection',
  citation_dissertation_institution: 'thesis',
};
const OG_TYPES: Record<string, string> = { website: 'webpage', book: 'book', 'video.other': 'videoRecording' };

/** `prefix:property`, or the name itself where its prefix is none that the translator knows. */
function toProperty(name: string): string {
  const parts = name.split(/[.:_]/);
  const second = parts[1]?.toLowerCase() ?? '';
  const inner = parts.length > 2 && PREFIXES.includes(second);
  const prefix = inner ? second : (parts[0]?.toLowerCase() ?? '');
  if (!PREFIXES.includes(prefix)) return name;
  const property = name.slice((parts[0]?.length ?? 0) + (inner ? (parts[1]?.length ?? 0) + 1 : 0) + 1);
  return `${prefix}:${property.charAt(0).toLowerCase()}${property.slice(1)}`;
}

function toCreator(text: string, creatorType: string) {
  const trimmed = text.replace(/[\s,.]+$/, '');
  if (text.includes(',')) {
    const [lastName = '', firstName] = trimmed.split(/, ?/);
    return { creatorType, lastName, ...(firstName && { firstName: firstName.replace(/\b(\p{Lu})(?=\s|$)/gu, '$1.') }) };
  }
  const space = trimmed.lastIndexOf(' ');
  return { creatorType, lastName: trimmed.slice(space + 1), ...(space > 0 && { firstName: trimmed.slice(0, space) }) };
}

/** An ISSN that stands among other signs: eight digits whose last is the check of the others. */
function findIssn(text: string): string | undefined {
  for (const [found] of text.replaceAll('-', '').matchAll(/\b(?:\d\s*){7}[\dX]\b/g)) {
    const digits = found.replaceAll(/\s/g, '');
    const sum = [...digits].reduce((total, digit, index) => total + (digit === 'X' ? 10 : Number(digit)) * (8 - index), 0);
    if (sum % 11 === 0) return `${digits.slice(0, 4)}-${digits.slice(4)}`;
  }
  return undefined;
}

/**
 * Our own statement of the rules by which Zotero saves a page (translators "Embedded Metadata" and "RDF", read in the version of
 * June 2026), as far as a page like ours can meet them. What the item type has no field for is dropped.
 */
export function readAsZotero({ metas, title, canonical, language, firstTime, byline }: Head): ZoteroItem {
  const valuesByName = Map.groupBy(
    metas.flatMap(({ name, content }) => name.split(/\s+/).map((one) => ({ name: toProperty(one), content }))),
    ({ name }) => name,
  );
  const all = (...names: string[]) =>
    names.map((name) => valuesByName.get(name)?.map(({ content }) => content)).find((found) => found) ?? [];
  const first = (...names: string[]): string | undefined => all(...names)[0];
  const scholarly = (name: string) => metas.find((meta) => meta.name.endsWith(name))?.content;

  const strong = Object.keys(STRONG).find((name) => valuesByName.has(name));
  const written = first('z:itemType', 'z:type');
  const guess = scholarly('citation_title') ? 'journalArticle' : 'webpage';
  const itemType =
    (strong && STRONG[strong]) ??
    (written && ITEM_TYPES[written] ? written : undefined) ??
    OG_TYPES[first('og:type') ?? ''] ??
    (ITEM_TYPES[first('dc:type') ?? ''] ? first('dc:type') : undefined) ??
    guess;

  const identifiers = all('dc:identifier', 'dcterms:identifier');
  const publisher = first('dc:publisher', 'dcterms:publisher', 'so:publisher');
  const fields: Record<string, string | undefined> = {
    title: first('dc:title', 'dcterms:title', 'og:title'),
    publicationTitle: first('prism:publicationName', 'dc:source') ?? (itemType === 'webpage' ? first('og:site_name') : undefined),
    date: first('prism:publicationDate', 'og:published_time', 'article:published_time', 'dcterms:issued', 'dc:date', 'dcterms:date'),
    url: first('og:url', 'so:url'),
    abstractNote: first('og:description', 'dcterms:abstract'),
    extra: written ? first('dc:description') : undefined,
    publisher,
    institution: publisher,
    ISSN: identifiers.map(findIssn).find(Boolean),
  };
  for (const [name, found] of valuesByName) if (name.startsWith('z:') && name !== 'z:itemType') fields[name.slice(2)] = found[0]?.content;
  for (const [name, field] of [
    ['citation_title', 'title'],
    ['citation_publication_date', 'date'],
    ['citation_date', 'date'],
    ['citation_publisher', 'publisher'],
    ['citation_public_url', 'url'],
  ] as const) {
    fields[field] = scholarly(name) ?? fields[field];
  }
  fields['title'] ??= title;
  fields['abstractNote'] ??= first('description');
  fields['url'] ??= canonical;
  fields['date'] ??= firstTime;
  fields['language'] ??= language;

  const rdf = [
    ...all('bib:authors', 'so:author', 'dc:creator', 'dcterms:creator', 'dc:contributor').map((name) => toCreator(name, 'author')),
    ...all('bib:editors', 'so:editor').map((name) => toCreator(name, 'editor')),
  ];
  const authors = metas.filter(({ name }) => name.endsWith('citation_author')).map(({ content }) => toCreator(content, 'author'));
  const named = authors.length > 0 ? authors : rdf;
  const creators =
    named.length > 0 ? named : [first('author') ?? byline].filter((name) => name !== undefined).map((name) => toCreator(name, 'author'));

  const valid = [...COMMON, ...(ITEM_TYPES[itemType] ?? [])];
  const kept = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined && valid.includes(field[0]));
  return { itemType, fields: Object.fromEntries(kept), creators };
}
