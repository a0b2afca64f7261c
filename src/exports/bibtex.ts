import type { CslDate, CslItem, CslName } from './csl.ts';

type Field = [name: string, value: string | undefined];

/** Types of BibTeX and BibLaTeX. Where a style knows no `jurisdiction` or `legislation`, it prints them as `misc`. */
const typeNames: Record<CslItem['type'], string> = {
  legal_case: 'jurisdiction',
  legislation: 'legislation',
  report: 'techreport',
  book: 'book',
  chapter: 'incollection',
  webpage: 'online',
  'post-weblog': 'online',
  'article-newspaper': 'article',
};

const containerFields: Partial<Record<CslItem['type'], string>> = {
  chapter: 'booktitle',
  'article-newspaper': 'journal',
  webpage: 'organization',
  'post-weblog': 'organization',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const LATEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  $: '\\$',
  _: '\\_',
};

const escapeLatex = (text: string) => text.replace(/[\\{}~^&%#$_]/g, (character) => LATEX[character] ?? character);

/** An address as BibTeX can hold it: signs that would end or break the field are percent-encoded. */
const escapeAddress = (address: string) => address.replace(/[\\{}^\s]/g, (character) => encodeURIComponent(character));

/** A person as `Family, Given`; a body between braces, so that it is not taken for one. */
const nameOf = (name: CslName) =>
  'literal' in name
    ? `{${escapeLatex(name.literal)}}`
    : [name.family, name.given]
        .filter((part) => part !== undefined)
        .map(escapeLatex)
        .join(', ');

/** Names in one field. BibLaTeX splits several fields at `and`, so a body with that word in its name needs braces of its own. */
const listOf = (text: string) => (/ and /.test(text) ? `{${escapeLatex(text)}}` : escapeLatex(text));

const namesOf = (names: readonly CslName[] | undefined) => names?.map(nameOf).join(' and ');

const pad = (part: number, index: number) => String(part).padStart(index === 0 ? 4 : 2, '0');

/** Year, month and date as far as known; of a date in words, its first year. */
function dateFields(date: CslDate | undefined): Field[] {
  if (!date) return [];
  if ('literal' in date) return [['year', /\d{4}/.exec(date.literal)?.[0]]];
  const [parts = []] = date['date-parts'];
  const month = MONTHS[(parts[1] ?? 0) - 1];
  return [
    ['date', parts.map(pad).join('-')],
    ['year', parts[0]?.toString()],
    ['month', month],
  ];
}

/** The body that a decision or report comes from. */
function institutionOf({ type, author, authority, publisher }: CslItem): string | undefined {
  if (type === 'report' && publisher) return listOf(publisher);
  if (type !== 'report' && type !== 'legal_case') return undefined;
  return author ? namesOf(author) : authority && listOf(authority);
}

/** One item as a BibTeX entry. Titles are in double braces, so that no style changes their capitals. */
function toEntry(item: CslItem): string {
  const { type, genre, number, issued } = item;
  const prose = (text: string | undefined) => text && escapeLatex(text);
  // No style prints the number of these two, so it is said again where every style prints what it finds.
  const isLegal = type === 'legal_case' || type === 'legislation';
  const container = containerFields[type];
  const fields: Field[] = [
    ['author', namesOf(item.author)],
    ['editor', namesOf(item.editor)],
    ['title', `{${escapeLatex(item.title)}}`],
    ...(container ? [[container, item['container-title'] && listOf(item['container-title'])] satisfies Field] : []),
    ['type', isLegal ? undefined : prose(genre)],
    ['howpublished', isLegal ? prose([genre, number].filter(Boolean).join(' ')) : undefined],
    ['number', prose(number)],
    ['version', prose(item.version)],
    ['institution', institutionOf(item)],
    ['publisher', type === 'report' ? undefined : item.publisher && listOf(item.publisher)],
    ['address', item['publisher-place'] && listOf(item['publisher-place'])],
    ['pages', prose(item.page)],
    ...dateFields(issued),
    ['url', item.URL && escapeAddress(item.URL)],
    ['entrysubtype', type === 'article-newspaper' ? 'newspaper' : undefined],
    ['langid', 'british'],
    ['note', issued && 'literal' in issued ? prose(`Date: ${issued.literal}.`) : undefined],
    ['annote', prose(item.note)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${name === 'month' ? value : `{${value}}`},`] : []));
  return [`@${typeNames[item.type]}{${item.id},`, ...lines, '}'].join('\n');
}

/** Items as a BibTeX file in UTF-8, with the fields of BibLaTeX beside those of BibTeX. */
export const toBibtex = (items: readonly CslItem[]): string => `${items.map(toEntry).join('\n\n')}\n`;
