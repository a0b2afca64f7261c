import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { SEARCHED } from '../../build/page-facts.ts';
import { GAP } from '../../exports/plain-text.ts';
import type { SearchRecord } from '../../exports/search-records.ts';

/** What the index holds of one thing: its text is that of a built page, or given. */
export type IndexEntry = Pick<SearchRecord, 'address' | 'text' | 'meta' | 'filters'>;

// Every entry goes into one index: Pagefind keeps one index a language, and a record whose language is spelt otherwise is lost in another.
const LANGUAGE = 'en';
export const BODY = SEARCHED;

export const toFile = (page: string) => `${page.slice(1)}index.html`;

// What stands beside the words and is not of them, and what only leads to other records, which have entries of their own.
const BESIDE = [
  '.cite',
  '.evidence',
  '.tier',
  '.check',
  '.marks',
  '.visually-hidden',
  '.mentions',
  '.quote-items',
  '.timeline',
  '.succession',
  '#s-chain',
  '#s-events',
  '#s-essays',
  '#s-mentions',
  '[aria-labelledby="s-mentions"]',
  '[aria-labelledby="s-neighbours"]',
];

/** Parts apart what stands apart on the page but not in its text: cells, definitions, and a date before a link. */
const separate = (html: string) =>
  html
    .replace(/<\/(?:th|dt)>|<\/(?:span|time)>(?=<a)/g, '$& ')
    .replace(/<\/(?:td|dd|caption|figcaption)>|(?<=>)\s*<\/li>|(?=<span class="note")/g, `${GAP}$&`);

/** The part of a page that is indexed: what stands around it is on every page, and most of its bytes. */
function cutMain(html: string): string {
  const [start, end] = [html.indexOf('<main'), html.lastIndexOf('</main>')];
  return start < 0 || end < start ? html : `<html lang="en-GB"><body>${html.slice(start, end)}</main></body></html>`;
}

/** The text of an entry as the index is given it, or why there is none. */
export function readEntryText(site: string, { text }: IndexEntry): { content: string } | { fault: string } {
  if ('content' in text) return text;
  const file = join(site, toFile(text.page));
  if (!existsSync(file)) return { fault: `There is no page ${text.page} to index` };
  const html = readFileSync(file, 'utf8');
  return html.includes(BODY) ? { content: separate(cutMain(html)) } : { fault: `${text.page} has no element with ${BODY}` };
}

async function addEntry(index: PagefindIndex, { address, text, meta, filters }: IndexEntry, content: string): Promise<string[]> {
  const added =
    'content' in text
      ? await index.addCustomRecord({ url: address, content, language: LANGUAGE, meta: Object.fromEntries(Object.entries(meta)), filters })
      : await index.addHTMLFile({ url: address, content });
  return added.errors;
}

export function failOn(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`The search index is not whole:\n  ${faults.join('\n  ')}`);
}

/** Has Pagefind index the entries, in their order, and write its files into `folder`. Throws where one of them cannot be indexed. */
export async function indexEntries(site: string, entries: readonly IndexEntry[], folder: string, textFiles: number): Promise<void> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: LANGUAGE, excludeSelectors: BESIDE, maxFragments: textFiles });
    failOn(errors);
    if (!index) throw new Error('Pagefind did not start');
    const faults: string[] = [];
    for (const entry of entries) {
      const read = readEntryText(site, entry);
      faults.push(...('fault' in read ? [read.fault] : await addEntry(index, entry, read.content)));
    }
    failOn(faults);
    failOn((await index.writeFiles({ outputPath: folder })).errors);
  } finally {
    await close();
  }
}
