import { stringify } from 'yaml';
import { z } from 'zod';
import { BLANK } from './blank.ts';
import { describeField, isDate, isRequired, isUsual, kindReferredTo, listExclusive, unwrap } from './describe.ts';

type Schema = z.core.$ZodType;
type Field = [name: string, schema: Schema];

/** Values to write instead of blanks, by the path of their field without places in lists: `evidence.source`. */
export type Given = ReadonlyMap<string, readonly string[]>;

/** One field of a skeleton that holds a value and no further fields. */
export interface Leaf {
  path: string;
  schema: Schema;
  required: boolean;
}

const join = (path: string, name: string) => (path ? `${path}.${name}` : name);

/** The object, the item of the list or the first form of the union that a field holds, if it holds fields. */
function objectIn(schema: Schema): z.ZodObject | undefined {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return inner;
  if (inner instanceof z.ZodArray) return objectIn(inner.element);
  return inner instanceof z.ZodUnion ? inner.options.map(objectIn).find(Boolean) : undefined;
}

/** How many items a list must have; a skeleton shows one where none is needed. */
function countItems(schema: Schema): number {
  const { minItems = 0 } = z.toJSONSchema(unwrap(schema), { io: 'input', unrepresentable: 'any' });
  return Math.max(minItems, 1);
}

/** The further forms of a union, of which the skeleton shows the first. */
function otherForms(schema: Schema): Field[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return otherForms(inner.element);
  if (!(inner instanceof z.ZodUnion)) return [];
  return inner.options.slice(1).flatMap((option): Field[] => Object.entries(objectIn(option)?.shape ?? {}));
}

const isGiven = (given: Given, path: string) => [...given.keys()].some((known) => known === path || known.startsWith(`${path}.`));

/** The fields that a skeleton writes, and those that it shows as a comment. A list needs a field of its own to hang on, so those come first. */
function divide(object: z.ZodObject, path: string, given: Given): { written: Field[]; shown: Field[] } {
  const fields: Field[] = Object.entries(object.shape);
  const exclusive = listExclusive(object) ?? [];
  const chosen = exclusive.find((name) => isGiven(given, join(path, name))) ?? exclusive[0];
  const needed = ([name, schema]: Field): boolean =>
    exclusive.includes(name)
      ? name === chosen
      : isRequired(schema) || isGiven(given, join(path, name)) || valuesOf(given, join(path, name)) !== undefined;
  const written = fields.filter(needed);
  const [first, ...rest] = fields;
  if (written.length > 0 || !first) return { written, shown: fields.filter((field) => !needed(field)) };
  return { written: [first], shown: rest };
}

const ABBREVIATED: Record<string, string> = { source: 'source', at: 'at' };

/** What was given for a field: under its path, or, for evidence, under the last name of it. */
function valuesOf(given: Given, path: string): readonly string[] | undefined {
  const last = path.split('.').at(-1) ?? '';
  return given.get(path) ?? (/(?:^|\.)\w*[eE]vidence\.\w+$/.test(path) ? given.get(ABBREVIATED[last] ?? '') : undefined);
}

function writeScalar(schema: Schema, value: string): string {
  if (value === BLANK) return BLANK;
  const inner = unwrap(schema);
  if (isDate(inner)) return JSON.stringify(value);
  if (inner instanceof z.ZodNumber || inner instanceof z.ZodBoolean) return value;
  return stringify(value, { lineWidth: 0 }).trimEnd();
}

const comment = (lines: readonly string[]) => lines.map((line) => `# ${line}`);

/** What a skeleton is written with, and the objects that it has explained: the second of a kind is shorter. */
interface Writing {
  given: Given;
  explained: Set<z.ZodObject>;
}

/** Lines of YAML without their indent; what follows `  ## ` explains a field. */
function writeField([name, schema]: Field, path: string, writing: Writing, brief = false): string[] {
  const { given } = writing;
  const here = join(path, name);
  const words = brief ? '' : describeField(schema);
  const note = words === '' ? '' : `  ## ${words}`;
  const list = unwrap(schema) instanceof z.ZodArray;
  const object = objectIn(schema);
  if (object) {
    const write = () => writeFields(object, here, writing, otherForms(schema));
    if (!list) return [`${name}:${note}`, ...write().map((line) => `  ${line}`)];
    const items = Array.from({ length: countItems(schema) }, write);
    return [`${name}:${note}`, ...items.flatMap((lines) => lines.map((line, index) => `  ${index === 0 ? '-' : ' '} ${line}`))];
  }
  const inner = unwrap(schema);
  if (!(inner instanceof z.ZodArray)) return [`${name}: ${writeScalar(schema, valuesOf(given, here)?.[0] ?? BLANK)}${note}`];
  const values = (valuesOf(given, here) ?? [BLANK]).map((value) => writeScalar(inner.element, value));
  if (kindReferredTo(inner.element)) return [`${name}: [${values.join(', ')}]${note}`];
  return [`${name}:${note}`, ...values.map((value) => `  - ${value}`)];
}

/** The fields of an object: those needed, then the others as comments. */
function writeFields(object: z.ZodObject, path: string, writing: Writing, others: readonly Field[] = []): string[] {
  const brief = writing.explained.has(object);
  writing.explained.add(object);
  const { written, shown } = divide(object, path, writing.given);
  const offered = [...shown, ...others].filter(([, schema]) => !brief || isUsual(schema));
  return [
    ...written.flatMap((field) => writeField(field, path, writing, brief)),
    ...offered.flatMap((field) => comment(writeField(field, path, writing, brief))),
  ];
}

/** Puts the words on a top-level field above it, where there is room for them. */
function setAbove(lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines;
  const [field = '', words] = first.split('  ## ');
  return ['', ...(words === undefined ? [] : [`## ${words.replace(/^# /, '')}`]), field, ...rest];
}

/** The fields of a list of records, such as a quotation of a decision, as one item; without an indent. */
export const writeItem = (object: z.ZodObject, given: Given): string[] => writeFields(object, '', { given, explained: new Set() });

/**
 * The frontmatter of a new record: a line for each field that is needed, with what was given or a blank, and the other
 * fields as comments. Lines that begin with `##` explain.
 */
export function writeSkeleton(object: z.ZodObject, given: Given): string {
  const { written } = divide(object, '', given);
  const names = written.map(([name]) => name);
  const writing: Writing = { given, explained: new Set() };
  const fields: Field[] = Object.entries(object.shape);
  return fields
    .map((field) => ({ name: field[0], lines: writeField(field, '', writing) }))
    .flatMap(({ name, lines }) => setAbove(names.includes(name) ? lines : comment(lines)))
    .join('\n');
}

/** Every field of a record that holds a value, in the order of the schema, by its path without places in lists. */
export function listLeaves(schema: Schema, path = '', required = true): Leaf[] {
  const object = objectIn(schema);
  if (!object) return [{ path, schema, required }];
  const needed = divide(object, path, new Map()).written.map(([name]) => name);
  const fields: Field[] = [...Object.entries(object.shape), ...otherForms(schema)];
  return fields.flatMap(([name, field]) => listLeaves(field, join(path, name), required && needed.includes(name)));
}

/** The same as data, for JSON: fields that are needed or given, with blanks. */
export function buildSkeleton(schema: Schema, given: Given, path = ''): unknown {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) {
    const values = valuesOf(given, path);
    return values && !objectIn(inner.element)
      ? values
      : Array.from({ length: countItems(inner) }, () => buildSkeleton(inner.element, given, path));
  }
  const object = objectIn(inner);
  if (!object) {
    const value = valuesOf(given, path)?.[0] ?? BLANK;
    if (inner instanceof z.ZodNumber && /^\d+$/.test(value)) return Number(value);
    return inner instanceof z.ZodBoolean && /^(?:true|false)$/.test(value) ? value === 'true' : value;
  }
  return Object.fromEntries(
    divide(object, path, given).written.map(([name, field]) => [name, buildSkeleton(field, given, join(path, name))]),
  );
}
