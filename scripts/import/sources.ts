import { join } from 'node:path';
import type { Source } from '../../src/schema/source.ts';
import { sourceSchema } from '../../src/schema/source.ts';
import { insertJsonMember } from '../new/insert-json.ts';
import { readIfThere, writeWhole } from './files.ts';
import type { FoundStatement } from './find-statements.ts';
import { readDate } from './labels.ts';

/** sources.json: what is there stays as it is written, and at the next flush what is new goes to its end. */
export interface SourceStore {
  /** The id of the source that is this statement's page, where there is one. */
  findByStatement: (ref: string) => string | undefined;
  findStatement: (id: string) => string | undefined;
  /** An id that the page of this statement can have. */
  mint: (ref: string) => string;
  ids: () => readonly string[];
  /** The shelf that a source stands on. */
  findGroup: (id: string) => string | undefined;
  /** Says in the source that it is this statement's page. */
  tie: (id: string, ref: string) => void;
  add: (id: string, statement: FoundStatement, page: { address: string | undefined; sha256: string; on: string }) => void;
  flush: () => void;
}

interface Listed {
  id: string;
  statement: string | undefined;
  group: string | undefined;
}

const field = (value: unknown, name: string): unknown => (value instanceof Object ? Reflect.get(value, name) : undefined);
const asText = (value: unknown) => (typeof value === 'string' ? value : undefined);

function parseSources(text: string): Listed[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error('content/sources.json cannot be read as JSON. Mend it first; "npm run check" shows where');
  }
  if (!Array.isArray(parsed)) throw new Error('content/sources.json is not a list. Mend it first; "npm run check" shows where');
  return parsed.map((item: unknown) => ({
    id: asText(field(item, 'id')) ?? '',
    statement: asText(field(field(item, 'custom'), 'statement')),
    group: asText(field(field(item, 'custom'), 'group')),
  }));
}

const LGSCO = 'Local Government and Social Care Ombudsman';

function describe(
  id: string,
  { ref, body, form, labels }: FoundStatement,
  { address, sha256, on }: { address: string | undefined; sha256: string; on: string },
): Source {
  const date = labels.date === undefined ? undefined : readDate(labels.date);
  return sourceSchema.parse({
    id,
    type: 'report',
    genre: form === 'public-report' ? 'Public report' : 'Decision statement',
    title: `${body} (${ref})`,
    author: [{ literal: LGSCO }],
    number: ref,
    ...(date && { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    ...(address && { URL: address }),
    custom: {
      short: `${form === 'public-report' ? 'Public report' : 'Decision statement'} ${ref}`,
      group: 'decision',
      tier: 'official',
      about: 'The official page, as it was saved.',
      read: 'whole',
      held: { sha256, on, published: false },
      statement: ref,
    },
  });
}

/** Drops what the schema only adds by default, so that the file holds what an editor would write. */
const write = ({ custom: { quotes, ...custom }, ...source }: Source) =>
  JSON.stringify(quotes.length > 0 ? { ...source, custom: { ...custom, quotes } } : { ...source, custom }, null, 2);

export function openSources(content: string): SourceStore {
  const path = join(content, 'sources.json');
  const listed = parseSources(readIfThere(path) ?? '[]');
  const ids = new Set(listed.map(({ id }) => id));
  const idByStatement = new Map(listed.flatMap(({ id, statement }) => (statement === undefined ? [] : [[statement, id] as const])));
  const statementById = new Map([...idByStatement].map(([statement, id]) => [id, statement]));
  let pending: string[] = [];
  let tied: { id: string; ref: string }[] = [];
  const tieIn = (text: string) =>
    tied.reduce((now, { id, ref }) => {
      const index = parseSources(now).findIndex((source) => source.id === id);
      return insertJsonMember(now, [index, 'custom'], 'statement', ref);
    }, text);
  return {
    ids: () => [...ids],
    findGroup: (id) => listed.find((source) => source.id === id)?.group,
    findByStatement: (ref) => idByStatement.get(ref),
    findStatement: (id) => statementById.get(id),
    mint(ref) {
      let id = `lgsco-${ref.replaceAll(' ', '')}`;
      while (ids.has(id)) id = `${id}-page`;
      return id;
    },
    add(id, statement, page) {
      pending.push(write(describe(id, statement, page)).replace(/^/gm, '  '));
      ids.add(id);
      idByStatement.set(statement.ref, id);
      statementById.set(id, statement.ref);
    },
    tie(id, ref) {
      tied.push({ id, ref });
      idByStatement.set(ref, id);
      statementById.set(id, ref);
    },
    flush() {
      if (pending.length === 0 && tied.length === 0) return;
      const text = tieIn(readIfThere(path) ?? '[\n]\n');
      const close = text.lastIndexOf(']');
      const before = text.slice(0, close).trimEnd();
      const joint = before.endsWith('[') ? '' : ',';
      const whole = pending.length === 0 ? text : `${before}${joint}\n${pending.join(',\n')}\n${text.slice(close)}`;
      parseSources(whole);
      writeWhole(content, 'sources.json', whole);
      [pending, tied] = [[], []];
    },
  };
}
