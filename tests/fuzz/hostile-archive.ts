import { stringify } from 'yaml';
import { archiveFiles } from '../builders/archive-folder.ts';
import { writeSource } from '../builders/content.ts';
import { hostileBody, hostileFields, hostileSource } from './hostile-records.ts';
import { mark } from './marked.ts';

/** One file of made-up content and what its marked texts hold. */
export interface HostileFile {
  path: string;
  content: string;
  /** The texts in fields, by number, and those in the body, where white space has no meaning. */
  fields: Map<number, string>;
  body: Map<number, string>;
}

const escapeAll = (json: string) => json.replace(/[^\x20-\x7E]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The ways in which an editor or a program may write fields. */
const styles = [
  (fields: object) =>
    `${Object.entries(fields)
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
      .join('\n')}\n`,
  (fields: object) => `${escapeAll(JSON.stringify(fields))}\n`,
  (fields: object) => stringify(fields, { aliasDuplicateObjects: false, lineWidth: 0 }),
  (fields: object) => stringify(fields, { aliasDuplicateObjects: false, defaultStringType: 'QUOTE_SINGLE' }),
];

/** A text for each place that asks for one, in order and over again. */
function openTexts(texts: readonly string[], first: number) {
  const written = new Map<number, string>();
  const next = () => {
    const number = first + written.size;
    const text = texts[written.size % texts.length] ?? '';
    written.set(number, text);
    return mark(number, text);
  };
  return { next, written };
}

const numberOf = (folder: string) => Object.keys(hostileFields).indexOf(folder);
const DECISION = '22-333-444';
export const idOf = (folder: string) => (folder === 'decisions' ? DECISION : folder === 'events' ? '2020-03-04-hostile' : 'hostile');

/** A record of one kind whose every word is one of `texts`. `style` is how its fields are written and where in the body words stand. */
export function makeHostileFile(folder: string, texts: readonly string[], style: number): HostileFile {
  const id = idOf(folder);
  const fields = openTexts(texts, 1000 * (numberOf(folder) + 1));
  const body = openTexts(texts, 1000 * (numberOf(folder) + 1) + 500);
  const data = hostileFields[folder]?.(fields.next, id) ?? {};
  const yaml = styles[style % styles.length]?.(data) ?? '';
  return {
    path: `${folder}/${id}.mdx`,
    content: `---\n${yaml}---\n\n${hostileBody(body.next, style)}\n`,
    fields: fields.written,
    body: body.written,
  };
}

/** A list of sources of which one is hostile. */
export function makeHostileSources(texts: readonly string[]): HostileFile {
  const fields = openTexts(texts, 100_000);
  const sources = [writeSource('gazette'), writeSource('paper', { tier: 'press' }), hostileSource(fields.next, 'hostile')];
  return { path: 'sources.json', content: JSON.stringify(sources, null, 2), fields: fields.written, body: new Map() };
}

/** The files of an archive of these records beside sound ones. */
export function makeHostileArchive(files: readonly HostileFile[]): Record<string, string> {
  const check = (quote: string) => JSON.stringify({ quote, source: 'gazette', held: false, on: 'unknown', result: 'verified' });
  const quoted = files.some(({ path }) => path.startsWith('decisions/')) ? ['11-222-333/late', `${DECISION}/words`] : ['11-222-333/late'];
  return {
    ...archiveFiles,
    ...Object.fromEntries(files.map(({ path, content }) => [path, content])),
    'checks.jsonl': quoted.map((quote) => `${check(quote)}\n`).join(''),
  };
}
