import { z } from 'zod';

type Schema = z.core.$ZodType;

/** Marks an object of which exactly one of these fields is given; one of all its fields where none is named. */
export const exactlyOne = (...fields: string[]) => ({ exactlyOne: fields });

/** The schema inside optional, default and nullable wrappers. */
export function unwrap(schema: Schema): Schema {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable
    ? unwrap(schema.unwrap())
    : schema;
}

export const isRequired = (schema: Schema): boolean => !(schema instanceof z.ZodOptional || schema instanceof z.ZodDefault);

const readMeta = (schema: Schema): Record<string, unknown> => (schema instanceof z.ZodType ? (schema.meta() ?? {}) : {});

/** What a schema or the one inside its wrappers says of itself under a name, the outermost first. */
function findMeta(schema: Schema, name: string): unknown {
  const own = readMeta(schema)[name];
  if (own !== undefined) return own;
  const inner = unwrap(schema);
  return inner === schema ? undefined : findMeta(inner, name);
}

const readText = (schema: Schema, name: string): string | undefined => {
  const found = findMeta(schema, name);
  return typeof found === 'string' ? found : undefined;
};

/** The fields of which exactly one is given, or undefined where the object has no such rule. */
export function listExclusive(schema: z.ZodObject): string[] | undefined {
  const fields = readMeta(schema)['exactlyOne'];
  if (!Array.isArray(fields)) return undefined;
  return fields.length > 0 ? fields.map(String) : Object.keys(schema.shape);
}

/** The kind of record whose id stands in a field. */
export const kindReferredTo = (schema: Schema): string | undefined => readText(schema, 'refersTo');

/** Marks a field that may be left out and seldom is. */
export const usual = { usual: true };

export const isUsual = (schema: Schema): boolean => findMeta(schema, 'usual') === true;

/** Whether a field holds a date. */
export const isDate = (schema: Schema): boolean => findMeta(schema, 'form') === DATE_FORM;

export const DATE_FORM = '2023, 2023-11 or 2023-11-05; ~ approximate, ? uncertain, % both; start/end, .. for an open end';

export const withArticle = (noun: string) => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** How a value is written: `one of: a, b`, `the id of a body`. */
function describeForm(schema: Schema): string | undefined {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodEnum) return `one of: ${inner.options.join(', ')}`;
  if (inner instanceof z.ZodBoolean) return 'true or false';
  if (inner instanceof z.ZodArray) {
    const kind = kindReferredTo(inner.element);
    return kind && `[one, other], each the id of ${withArticle(kind)}`;
  }
  const kind = kindReferredTo(inner);
  return kind ? `the id of ${withArticle(kind)}` : readText(inner, 'form');
}

/** What a field holds and how it is written, in the words of its schema: the one place where fields are documented. */
export function describeField(schema: Schema): string {
  const [words, form] = [readText(schema, 'description'), describeForm(schema)];
  return words && form ? `${words} (${form})` : (words ?? form ?? '');
}
