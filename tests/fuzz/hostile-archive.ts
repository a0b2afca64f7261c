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

const folders = Object.keys(hostileFields);

/** The id of one of several hostile records of a kind. */
const idOf = (folder: string, copy: number): string =>
  folder === 'decisions' ? `22-333-${400 + copy}` : folder === 'events' ? `2020-03-04-hostile-${copy}` : `hostile-${copy}`;

// Every text has a number of its own, which says in which kind, record and place it stands.
const firstNumber = (folder: number, copy: number) => (copy * (folders.length + 1) + folder + 1) * 1000;

/** A record of one kind whose every word is one of `texts`. `style` is how its fields are written and where in the body words stand. */
export function makeHostileFile(folder: string, texts: readonly string[], style: number, copy = 0): HostileFile {
  const id = idOf(folder, copy);
  const first = firstNumber(folders.indexOf(folder), copy);
  const fields = openTexts(texts, first);
  const body = openTexts(texts, first + 500);
  const data = hostileFields[folder]?.(fields.next, id) ?? {};
  const yaml = styles[style % styles.length]?.(data) ?? '';
  return {
    path: `${folder}/${id}.mdx`,
    content: `---\n${yaml}---\n\n${hostileBody(body.next, style, `hostile-${first}`)}\n`,
    fields: fields.written,
    body: body.written,
  };
}

/** A list of sources, as many of them hostile as there are lists of texts. */
export function makeHostileSources(...lists: readonly (readonly string[])[]): HostileFile {
  const made = lists.map((texts, copy) => {
    const fields = openTexts(texts, firstNumber(folders.length, copy));
    return { source: hostileSource(fields.next, `hostile-${copy}`), written: fields.written };
  });
  const sources = [writeSource('gazette'), writeSource('paper', { tier: 'press' }), ...made.map(({ source }) => source)];
  return {
    path: 'sources.json',
    content: JSON.stringify(sources, null, 2),
    fields: new Map(made.flatMap(({ written }) => [...written])),
    body: new Map(),
  };
}

/** The files of an archive of these records beside sound ones. */
export function makeHostileArchive(files: readonly HostileFile[]): Record<string, string> {
  const check = (quote: string) => JSON.stringify({ quote, source: 'gazette', held: false, on: 'unknown', result: 'verified' });
  const quotes = files.flatMap(
    ({ path }) =>
      /^decisions\/(.*)\.mdx$/
        .exec(path)
        ?.slice(1)
        .map((id) => `${id}/words`) ?? [],
  );
  return {
    ...archiveFiles,
    ...Object.fromEntries(files.map(({ path, content }) => [path, content])),
    'checks.jsonl': ['11-222-333/late', ...quotes].map((quote) => `${check(quote)}\n`).join(''),
  };
}

const rotate = (texts: readonly string[], by: number): string[] => [
  ...texts.slice(by % texts.length),
  ...texts.slice(0, by % texts.length),
];

/** An archive in which `texts` go through every field and every place of a body: as many records of each kind as `copies`. */
export function makeHostileCorpus(texts: readonly string[], copies: number): HostileFile[] {
  const step = Math.ceil(texts.length / copies);
  const lists = Array.from({ length: copies }, (_, copy) => rotate(texts, copy * step));
  return [
    ...lists.flatMap((list, copy) => folders.map((folder) => makeHostileFile(folder, list, copy, copy))),
    makeHostileSources(...lists),
  ];
}
