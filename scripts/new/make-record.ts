import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BLANK } from '../../src/schema/blank.ts';
import { kinds } from '../../src/schema/kinds.ts';
import { sourceSchema } from '../../src/schema/source.ts';
import { buildSkeleton, type Given, writeSkeleton } from '../../src/schema/skeleton.ts';
import { type Change, changeFile, holdsId, readItems, Refusal } from './change.ts';
import { insertJsonItem } from './insert-json.ts';
import { makeQuote } from './make-quote.ts';
import type { NewKind } from './new-kinds.ts';

type FileKind = Exclude<NewKind, 'quote' | 'source'>;

const HEAD = `## Put your words where ${BLANK} stands. Lines that begin with ## explain; delete them when you like.
## Lines that begin with # hold fields that may be left out: take the "# " away to use one.`;

const CITED = `${BLANK} <Cite id="${BLANK}" at="${BLANK}" />`;

/** Bodies whose every paragraph must hold a reference or be marked as opinion. */
const bodies: Partial<Record<FileKind, string>> = {
  decision: [
    ['What was complained about', 'complaint'],
    ['What was found', 'found'],
    ['What was asked for', 'asked'],
  ]
    .map(([words, id]) => `\n## ${words} <Anchor id="s-${id}" />\n\n${CITED}\n`)
    .join(''),
  essay: `\n${CITED}\n\n<Opinion by="${BLANK}">\n\n${BLANK}\n\n</Opinion>\n`,
};

/** Values that follow from the id of a new record or from what is there. */
export function findKnown(kind: NewKind, id: string, content: string): Given {
  const known = new Map<string, readonly string[]>();
  const [date] = /^\d{4}(?:-\d{2}){0,2}(?=-|$)/.exec(id) ?? [];
  if (kind === 'decision') known.set('ref', [id.replaceAll('-', ' ')]);
  if (date && (kind === 'event' || kind === 'correction')) known.set('date', [date]);
  if (kind === 'essay') {
    const folder = join(content, kinds.essay.folder);
    const essays = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.mdx')) : [];
    known.set('order', [String(essays.length + 1)]);
  }
  if (kind === 'quote' || kind === 'source') known.set('id', [id.split('/').at(-1) ?? id]);
  return known;
}

function makeFile(kind: FileKind, id: string, content: string, given: Given): Change {
  const { folder, schema } = kinds[kind];
  const path = `${folder}/${id}.mdx`;
  if (existsSync(join(content, path))) throw new Refusal(`${path} is there already. Open it, or choose another id`);
  const fields = writeSkeleton(schema, given);
  return { path, text: `---\n## ${schema.description ?? kind}.\n${HEAD}\n${fields}\n---\n${bodies[kind] ?? ''}`, isNew: true };
}

const makeSource = (id: string, content: string, given: Given): Change =>
  changeFile('sources.json', () => {
    const text = readFileSync(join(content, 'sources.json'), 'utf8');
    if (holdsId(readItems(text), id)) throw new Error(`The source "${id}" is there already. Open it, or choose another id`);
    return insertJsonItem(text, [], buildSkeleton(sourceSchema, given));
  });

/** The files that a new record takes, with blanks for what was not given. Writes nothing. */
export function makeRecord(kind: NewKind, id: string, content: string, given: Given): Change[] {
  const fields = new Map([...findKnown(kind, id, content), ...given]);
  if (kind === 'source') return [makeSource(id, content, fields)];
  return kind === 'quote' ? makeQuote(id, content, fields) : [makeFile(kind, id, content, fields)];
}
