import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeField, exactlyOne, isDate, isRequired, listExclusive, unwrap } from '../../src/schema/describe.ts';
import { edtfSchema } from '../../src/schema/date.ts';
import { kinds } from '../../src/schema/kinds.ts';
import { checkSchema } from '../../src/schema/quote.ts';
import { referenceTo } from '../../src/schema/reference.ts';
import { settingsSchema } from '../../src/schema/settings.ts';
import { sourceSchema } from '../../src/schema/source.ts';

/** Every field of a schema, however deep, by its path. */
function listFields(schema: z.core.$ZodType, path: string): [string, z.core.$ZodType][] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray) return listFields(inner.element, path);
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((option) => listFields(option, path));
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape).flatMap(([key, field]) => [
    [`${path}.${key}`, field] as [string, z.core.$ZodType],
    ...listFields(field, `${path}.${key}`),
  ]);
}

const roots = {
  ...Object.fromEntries(Object.entries(kinds).map(([kind, { schema }]) => [kind, schema])),
  source: sourceSchema,
  settings: settingsSchema,
  check: checkSchema,
};

test.each(Object.entries(roots))('%s and every field of it say what they hold', (name, schema) => {
  const silent = [[name, schema] as const, ...listFields(schema, name)].filter(
    ([path, field]) => !path.endsWith('date-parts') && describeField(field) === '',
  );
  expect(silent.map(([path]) => path)).toEqual([]);
});

test.each([
  ['a choice', z.enum(['a', 'b']).describe('Which'), 'Which (one of: a, b)'],
  ['a wrapper before what is inside it', z.string().describe('Inner').optional().describe('Outer'), 'Outer'],
  ['what is inside a silent wrapper', z.string().describe('Inner').default('x'), 'Inner'],
  ['a reference', referenceTo('body').describe('Who'), 'Who (the id of a body)'],
  ['references', z.array(referenceTo('body')).default([]).describe('Who'), 'Who ([one, other], each the id of a body)'],
  ['yes or no', z.boolean().describe('Whether'), 'Whether (true or false)'],
  ['nothing', z.string(), ''],
])('%s is described in words', (_what, schema, words) => {
  expect(describeField(schema)).toBe(words);
});

test('a date is known as one, whatever it is called, and says how it is written', () => {
  const field = edtfSchema.describe('When').optional();
  expect([isDate(field), isDate(z.string()), describeField(field)]).toEqual([true, false, expect.stringMatching(/^When \(2023,/)]);
});

test('the fields of which one is given are those named, or all', () => {
  const object = z.strictObject({ a: z.string().optional(), b: z.string().optional(), c: z.string() });
  expect([object.meta(exactlyOne('a', 'b')), object.meta(exactlyOne()), object].map(listExclusive)).toEqual([
    ['a', 'b'],
    ['a', 'b', 'c'],
    undefined,
  ]);
});

test('what may be left out is not required', () => {
  expect([z.string(), z.string().optional(), z.string().default(''), z.string().nullable()].map(isRequired)).toEqual([
    true,
    false,
    false,
    true,
  ]);
});
