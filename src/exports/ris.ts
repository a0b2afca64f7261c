import type { CslDate, CslItem, CslName } from './csl.ts';

type Line = [tag: string, value: string | undefined];

const typeNames: Record<CslItem['type'], string> = {
  legal_case: 'CASE',
  legislation: 'STAT',
  report: 'RPRT',
  book: 'BOOK',
  chapter: 'CHAP',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
  'article-newspaper': 'NEWS',
};

/** The tag under which reference managers look for a number: a docket number, the number of an Act, of a report. */
const numberTags: Partial<Record<CslItem['type'], string>> = { legal_case: 'SV', legislation: 'M1', report: 'SN' };

/** A person as `Family, Given`; the comma after a body says that there is no more to come, or readers would split its name. */
const nameOf = (name: CslName) =>
  'literal' in name ? `${name.literal},` : [name.family, name.given].filter((part) => part !== undefined).join(', ');

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** `YYYY/MM/DD/words`, each part left empty where it is not known. */
function dateLines(date: CslDate | undefined): Line[] {
  if (!date) return [];
  if ('literal' in date) {
    const year = /\d{4}/.exec(date.literal)?.[0];
    return [
      ['PY', year],
      ['DA', `${year ?? ''}///${date.literal}`],
    ];
  }
  const [[year, month, day] = []] = date['date-parts'];
  const two = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
  return [
    ['PY', String(year)],
    ['DA', `${year}/${two(month)}/${two(day)}/`],
  ];
}

/** A case has no field for its kind, so the note begins with it. */
const noteOf = ({ type, genre, number, note }: CslItem) =>
  [type === 'legal_case' && genre ? `${genre} ${number ?? ''}`.trim() + '.' : undefined, note].filter(Boolean).join(' ');

function toRecord(item: CslItem): string {
  const lines: Line[] = [
    ['TY', typeNames[item.type]],
    ['ID', item.id],
    ...(item.author ?? []).map((name): Line => ['AU', nameOf(name)]),
    ...(item.editor ?? []).map((name): Line => [item.type === 'book' ? 'A3' : 'A2', nameOf(name)]),
    ['TI', item.title],
    ['T2', item['container-title']],
    [numberTags[item.type] ?? 'M1', item.number],
    ['M3', item.type === 'legal_case' ? undefined : item.genre],
    ['ET', item.version],
    ['PB', item.authority ?? item.publisher],
    ['CY', item['publisher-place']],
    ['SP', item.page],
    ...dateLines(item.issued),
    ['LA', 'en-GB'],
    ['UR', item.URL],
    ['N1', noteOf(item)],
  ];
  const written = lines.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
  return [...written, 'ER  - '].join('\r\n');
}

/** Items as an RIS file in UTF-8; each line ends as RIS asks. */
export const toRis = (items: readonly CslItem[]): string => `${items.map(toRecord).join('\r\n\r\n')}\r\n`;
