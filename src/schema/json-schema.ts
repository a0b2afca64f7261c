import { z } from 'zod';
import { describeField, isDate, listExclusive } from './describe.ts';
import { kindNames, kinds } from './kinds.ts';
import { targetKinds } from './reference.ts';
import { settingsSchema } from './settings.ts';
import { sourceSchema } from './source.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The file, beside the schemas, that lists the ids known in this archive. */
export const idsFile = 'ids.schema.json';

const DATE = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?`;
const EDTF = `^(?:\\.\\.|${DATE})(?:/(?:\\.\\.|${DATE}))?$`;

const isTarget = (kind: unknown): kind is string => targetKinds.some((known) => known === kind);

/** Says in the words of JSON Schema what our schemas say in their own: references, dates, and fields of which one is given. */
function translate({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  const words = describeField(zodSchema);
  if (words) jsonSchema.description = words;
  if (isTarget(jsonSchema['refersTo'])) {
    jsonSchema.allOf = [{ $ref: `${idsFile}#/definitions/${jsonSchema['refersTo']}` }];
    delete jsonSchema.pattern;
  }
  if (isDate(zodSchema) && jsonSchema.type === 'string') jsonSchema.pattern = EDTF;
  const exclusive = zodSchema instanceof z.ZodObject ? listExclusive(zodSchema) : undefined;
  if (exclusive) jsonSchema.oneOf = exclusive.map((name) => ({ required: [name] }));
  for (const own of ['refersTo', 'form', 'usual', 'exactlyOne']) delete jsonSchema[own];
}

/** A schema as JSON Schema (draft 7, which editors know) for what an editor writes: defaults may be left out. */
const toJsonSchema = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { target: 'draft-07', io: 'input', unrepresentable: 'any', override: translate });

/** Every schema for editors, by the name of its file. None depends on what the archive holds. */
export function listJsonSchemas(): Map<string, JsonSchema> {
  return new Map<string, JsonSchema>([
    ...kindNames.map((kind): [string, JsonSchema] => [`${kind}.schema.json`, toJsonSchema(kinds[kind].schema)]),
    ['sources.schema.json', toJsonSchema(z.array(sourceSchema))],
    ['archive.schema.json', toJsonSchema(settingsSchema)],
  ]);
}
