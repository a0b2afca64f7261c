import { z } from 'zod';
import { type Publication, toAddress } from './publication.ts';
import { rowKinds, type RowKind } from './rows/row-kinds.ts';

export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The JSON Schema of what a schema of the code accepts. */
export function toJsonSchema(zodSchema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(zodSchema, {
    override: ({ jsonSchema }) => {
      // The bounds of a safe integer say nothing about the data.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  return schema;
}

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const schemaAddress = (publication: Publication, name: string) => toAddress(publication, `/data/${name}.schema.json`);

/** The schema of the JSON file of one kind. */
export const toKindSchema = (publication: Publication, kind: RowKind): JsonSchema => ({
  $schema: DIALECT,
  $id: schemaAddress(publication, kind.name),
  title: kind.title,
  description: kind.about,
  type: 'array',
  items: toJsonSchema(kind.schema),
});

const line = (description: string): JsonSchema => ({ type: 'string', minLength: 1, description });
const maybe = (schema: JsonSchema): JsonSchema => ({
  anyOf: [schema, { type: 'null' }],
  ...(schema.description && { description: schema.description }),
});
const object = (properties: Record<string, JsonSchema>, description: string): JsonSchema => ({
  type: 'object',
  description,
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

/** The schema of archive.json: what the archive is, and every kind's list. */
export function toArchiveSchema(publication: Publication): JsonSchema {
  const licence = maybe(object({ name: line('Its name'), address: line('Where it stands') }, 'The licence, where one was given'));
  const head = {
    $schema: line('The address of this schema'),
    title: line('The name of the archive'),
    subject: line('What it records'),
    address: line('Where it stands'),
    version: line('The version of the shape of the data'),
    asOf: line('The day up to which the record was brought, in EDTF'),
    publisher: maybe(line('Who answers for it; null until somebody does')),
    contact: maybe(line('Where corrections and requests for removal go; null until there is an address')),
    rights: {
      type: 'array',
      description: 'Whose words each part is, and under what terms',
      items: object(
        { part: line('The part, as quotes name it'), covers: line('What it covers'), terms: line('Its terms'), licence },
        'The terms of one part',
      ),
    } satisfies JsonSchema,
  };
  const lists = Object.fromEntries(
    rowKinds.map(({ name, about }) => [name, { $ref: schemaAddress(publication, name), description: about }]),
  );
  return {
    $schema: DIALECT,
    $id: schemaAddress(publication, 'archive'),
    title: 'The whole archive',
    ...object({ ...head, ...lists }, 'Everything in one file'),
  };
}
