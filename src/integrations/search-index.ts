import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { GAP } from '../exports/plain-text.ts';
import { countExpectedEntries, searchKindNames } from '../exports/search-kinds.ts';
import { listSearchRecords, type SearchRecord } from '../exports/search-records.ts';
import { getArchive } from '../graph/shared-archive.ts';

// Every entry goes into one index: Pagefind keeps one index a language, and a record whose language is spelt otherwise is lost in another.
const LANGUAGE = 'en';
/** Entries that share one file of texts: few enough to load quickly, many enough that a phrase is checked with few requests. */
const TEXTS_A_FILE = 8;
const BODY = 'data-pagefind-body';
const SIGNATURE = 'pagefind_dcd';
// Pagefind's own user interfaces and its fall-back for unknown languages, which nothing here loads.
const UNUSED = /^(?:pagefind-(?:component-ui|modular-ui|ui)\.(?:js|css)|pagefind-(?:highlight|worker)\.js|wasm\.unknown\.pagefind)$/;

const listHtml = (site: string) =>
  readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll('\\', '/'));

const toFile = (page: string) => `${page.slice(1)}index.html`;

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

async function addRecord(index: PagefindIndex, site: string, { address, text, meta, filters }: SearchRecord): Promise<string[]> {
  if ('content' in text) {
    const stringMeta = Object.fromEntries(Object.entries(meta));
    return (await index.addCustomRecord({ url: address, content: text.content, language: LANGUAGE, meta: stringMeta, filters })).errors;
  }
  const file = join(site, toFile(text.page));
  if (!existsSync(file)) return [`There is no page ${text.page} to index`];
  const html = readFileSync(file, 'utf8');
  if (!html.includes(BODY)) return [`${text.page} has no element with ${BODY}`];
  return (await index.addHTMLFile({ url: address, content: separate(html) })).errors;
}

/** How many entries of each kind a written index holds, read back from its files. */
export function countIndexedEntries(folder: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const file of readdirSync(join(folder, 'fragment'))) {
    const text = gunzipSync(readFileSync(join(folder, 'fragment', file))).toString('utf8');
    const parsed: unknown = JSON.parse(text.startsWith(SIGNATURE) ? text.slice(SIGNATURE.length) : text);
    const single = parsed instanceof Object && 'url' in parsed;
    for (const entry of single ? [parsed] : Object.values(parsed ?? {})) {
      const kind = String(Reflect.get(Reflect.get(entry, 'filters') ?? {}, 'kind') ?? 'no kind');
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return counts;
}

/** Sentences about every kind of which the index holds another number of entries than the archive. */
export function compareCounts(expected: Readonly<Record<string, number>>, found: ReadonlyMap<string, number>): string[] {
  const kinds = [...new Set([...Object.keys(expected), ...found.keys()])];
  return kinds
    .filter((kind) => (expected[kind] ?? 0) !== (found.get(kind) ?? 0))
    .map((kind) => `Of kind "${kind}" the archive has ${expected[kind] ?? 0} and the search index ${found.get(kind) ?? 0}`);
}

function failOn(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`The search index is not whole:\n  ${faults.join('\n  ')}`);
}

/** Writes the search index of a built site into its folder `pagefind`. Throws unless every record is in it once and nothing else is. */
export async function writeSearchIndex(
  site: string,
  records: readonly SearchRecord[],
  expected: Readonly<Record<string, number>>,
): Promise<void> {
  const claimed = new Set(records.flatMap(({ text }) => ('page' in text ? [toFile(text.page)] : [])));
  const strays = listHtml(site).filter((file) => !claimed.has(file) && readFileSync(join(site, file), 'utf8').includes(BODY));
  failOn(strays.map((file) => `/${file} has ${BODY}, and search knows no record of it`));

  const folder = join(site, 'pagefind');
  try {
    const { index, errors } = await createIndex({
      forceLanguage: LANGUAGE,
      excludeSelectors: BESIDE,
      maxFragments: Math.ceil(records.length / TEXTS_A_FILE),
    });
    failOn(errors);
    if (!index) throw new Error('Pagefind did not start');
    const faults: string[] = [];
    for (const record of records) faults.push(...(await addRecord(index, site, record)));
    failOn(faults);
    failOn((await index.writeFiles({ outputPath: folder })).errors);
  } finally {
    await close();
  }
  for (const file of readdirSync(folder)) if (UNUSED.test(file)) rmSync(join(folder, file));
  failOn(compareCounts(expected, countIndexedEntries(folder)));
}

/** Indexes the built site for search, and fails the build where a record is missing from the index or the index holds more. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'upheld:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const archive = getArchive(process.cwd());
        const records = listSearchRecords(archive);
        await writeSearchIndex(fileURLToPath(dir), records, countExpectedEntries(archive));
        logger.info(`${records.length} entries of ${searchKindNames.length} kinds indexed`);
      },
    },
  };
}
