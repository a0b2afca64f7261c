import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { listDataFiles } from '../../src/exports/data-files.ts';
import { buildMadeUp, publication } from './made-up-archive.ts';

/** The Data Package standard, version 2, as far as the archive uses it; words of ours are named as such. */
const field = z.strictObject({
  name: z.string().min(1),
  type: z.enum(['string', 'integer', 'boolean', 'date']),
  format: z.literal('uri').optional(),
  description: z.string().min(1),
  constraints: z.strictObject({ required: z.literal(true).optional(), enum: z.array(z.string()).min(1).optional() }),
  // Ours:
  separator: z.literal(';').optional(),
  itemType: z.enum(['string', 'integer']).optional(),
  refersTo: z.string().optional(),
});
const tableSchema = z.strictObject({
  fields: z.array(field).min(1),
  missingValues: z.tuple([z.literal('')]),
  primaryKey: z.array(z.string()).min(1).optional(),
  foreignKeys: z
    .array(
      z.strictObject({
        fields: z.array(z.string()).length(1),
        reference: z.strictObject({ resource: z.string().optional(), fields: z.tuple([z.literal('id')]) }),
      }),
    )
    .optional(),
});
const resource = z.strictObject({
  name: z.string().regex(/^[a-z0-9._-]+$/),
  path: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/i),
  type: z.literal('table').optional(),
  title: z.string().min(1),
  description: z.string().min(1),
  format: z.string().min(1),
  mediatype: z.string().regex(/^[a-z]+\/[a-z+]+$/),
  encoding: z.literal('utf-8'),
  bytes: z.int().nonnegative(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  dialect: z.strictObject({ delimiter: z.literal(','), lineTerminator: z.literal('\r\n'), header: z.literal(true) }).optional(),
  schema: tableSchema.optional(),
});
const dataPackage = z.strictObject({
  $schema: z.literal('https://datapackage.org/profiles/2.0/datapackage.json'),
  name: z.string().regex(/^[a-z0-9._-]+$/),
  id: z.url(),
  title: z.string().min(1),
  description: z.string().min(1),
  homepage: z.url(),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  licenses: z.array(z.strictObject({ path: z.url(), title: z.string() })).optional(),
  contributors: z.array(z.strictObject({ title: z.string(), roles: z.array(z.string()) })).optional(),
  resources: z.array(resource).min(1),
  // Ours:
  asOf: z.string(),
  rights: z.array(z.object({ part: z.string(), covers: z.string(), terms: z.string() })).length(3),
});

const read = (settings: Parameters<typeof buildMadeUp>[0]) => {
  const files = listDataFiles(buildMadeUp(settings), publication);
  return {
    files,
    descriptor: dataPackage.parse(JSON.parse(files.find(({ name }) => name === 'datapackage.json')?.content.toString() ?? '')),
  };
};

test.each([{}, { publisher: 'Somebody', wordsLicence: { name: 'CC BY 4.0', address: 'https://licence.example/by' } }])(
  'the data package keeps to its standard with %o',
  (settings) => {
    const { descriptor } = read(settings);
    expect(descriptor.licenses?.length ?? 0).toBe('wordsLicence' in settings ? 1 : 0);
  },
);

test('it describes every other file once, with its digest', () => {
  const { files, descriptor } = read({});
  const described = files.filter(({ name }) => !['datapackage.json', 'checksums.txt'].includes(name));
  expect(descriptor.resources.map(({ path }) => path)).toEqual(described.map(({ name }) => name));
  expect(new Set(descriptor.resources.map(({ name }) => name)).size).toBe(descriptor.resources.length);
  for (const { path, hash } of descriptor.resources) {
    expect(hash).toBe(
      `sha256:${createHash('sha256')
        .update(described.find(({ name }) => name === path)?.content.toString() ?? '')
        .digest('hex')}`,
    );
  }
});

test('every key names fields and tables that are there', () => {
  const { descriptor } = read({});
  const fieldsOf = new Map(descriptor.resources.map(({ name, schema }) => [name, schema?.fields.map((one) => one.name)]));
  for (const { name, schema } of descriptor.resources) {
    for (const key of schema?.primaryKey ?? []) expect(fieldsOf.get(name)).toContain(key);
    for (const { fields, reference } of schema?.foreignKeys ?? []) {
      expect(fieldsOf.get(name)).toContain(fields[0]);
      expect(fieldsOf.get(reference.resource ?? name)).toContain('id');
    }
  }
});
