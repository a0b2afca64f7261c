import { createHash } from 'node:crypto';
import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dataVersion } from '../../src/exports/data-version.ts';
import { listDataFiles } from '../../src/exports/data-files.ts';
import { rowKinds } from '../../src/exports/rows/row-kinds.ts';
import { buildMadeUp, hostile, publication } from './made-up-archive.ts';
import { joinTables, type PackageDescriptor, readTable } from './read-tables.ts';

const archive = buildMadeUp();
const files = listDataFiles(archive, publication);
const textByName = new Map(files.map(({ name, content }) => [name, content.toString()]));
const read = (name: string): string => {
  const text = textByName.get(name);
  if (text === undefined) throw new Error(`There is no ${name}`);
  return text;
};
const readJson = (name: string) => JSON.parse(read(name));
const descriptor: PackageDescriptor & Record<string, unknown> = readJson('datapackage.json');
const schemas = rowKinds.map(({ name }) => readJson(`${name}.schema.json`));

const openSchemas = () => {
  // `refersTo` is a word of ours, and formats are only annotations here.
  const ajv = new Ajv2020({ allErrors: true, validateFormats: false, keywords: ['refersTo'], schemas });
  return {
    of: (name: string) => ajv.getSchema(readJson(`${name}.schema.json`).$id),
    archive: ajv.compile(readJson('archive.schema.json')),
  };
};

describe('the files of data', () => {
  test('are one JSON, one CSV and one schema a kind, and have at least one row of each kind', () => {
    for (const { name } of rowKinds) {
      expect(readJson(`${name}.json`).length, name).toBeGreaterThan(0);
      expect(read(`${name}.csv`)).toBeTruthy();
    }
  });

  test('carry digests and sizes of what they hold', () => {
    const sums = new Map(
      read('checksums.txt')
        .trimEnd()
        .split('\n')
        .map((line) => line.split('  ').toReversed() as [string, string]),
    );
    for (const { name, content, sha256, bytes } of files.filter((file) => file.name !== 'checksums.txt')) {
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'));
      expect(sums.get(name)).toBe(sha256);
      expect(bytes).toBe(content.length);
    }
    expect(sums.size).toBe(files.length - 1);
  });

  test('are the same whenever they are made', () => {
    expect(listDataFiles(buildMadeUp(), publication).map(({ sha256 }) => sha256)).toEqual(files.map(({ sha256 }) => sha256));
  });

  test('hold in archive.json what each kind holds in its own', () => {
    const whole = readJson('archive.json');
    expect(whole).toMatchObject({ version: dataVersion, asOf: '2024-01-01', address: 'https://record.example/archive/' });
    for (const { name } of rowKinds) expect(whole[name]).toEqual(readJson(`${name}.json`));
  });

  test('give every fact a tier and sources that are among the sources', () => {
    const sources = new Set(readJson('sources.json').map(({ id }: { id: string }) => id));
    for (const name of [
      'decisions',
      'findings',
      'recommendations',
      'payments',
      'quotes',
      'events',
      'bodies',
      'families',
      'themes',
      'terms',
      'claims',
    ]) {
      for (const row of readJson(`${name}.json`)) {
        expect(row.evidence.length, row.id).toBeGreaterThan(0);
        expect(row.tier, row.id).toBeTruthy();
        for (const source of row.sources) expect(sources).toContain(source);
      }
    }
  });

  test('say nothing of totals where no payment is known', () => {
    const totals = readJson('decisions.json').map((row: { totals: unknown }) => row.totals);
    expect(totals).toEqual([
      [
        { reading: 'each', pence: 10_000 },
        { reading: 'shared', pence: 5_050 },
      ],
      [],
    ]);
  });
});

describe('CSV', () => {
  test.each(rowKinds.map(({ name }) => name))('of %s, read back by what the data package says, equals its JSON', (name) => {
    expect(joinTables(name, descriptor, read)).toEqual(readJson(`${name}.json`));
  });

  test('names in every key a row that is there', () => {
    const tables = descriptor.resources.filter(({ schema }) => schema);
    const idsOf = new Map(tables.map((table) => [table.name, readTable(table, read(table.path)).map((row) => row['id'])]));
    const broken = tables.flatMap((table) =>
      (table.schema?.foreignKeys ?? []).flatMap(({ fields: [field = ''], reference }) =>
        readTable(table, read(table.path)).flatMap((row) => {
          const value = row[field] ?? null;
          return value === null || idsOf.get(reference.resource ?? table.name)?.includes(value)
            ? []
            : [`${table.name}.${field}: ${String(value)}`];
        }),
      ),
    );
    expect(broken).toEqual([]);
  });

  test('tells its rows apart by their keys', () => {
    for (const table of descriptor.resources.filter(({ schema }) => schema?.primaryKey)) {
      const keys = readTable(table, read(table.path)).map((row) => (table.schema?.primaryKey ?? []).map((name) => row[name]).join(' '));
      expect(new Set(keys).size, table.name).toBe(keys.length);
    }
  });
});

describe('every JSON Schema', () => {
  const { of, archive: whole } = openSchemas();

  test.each(rowKinds.map(({ name }) => name))('of %s accepts its data', (name) => {
    const validate = of(name);
    expect(validate?.(readJson(`${name}.json`)), JSON.stringify(validate?.errors)).toBe(true);
  });

  test.each(rowKinds.map(({ name }) => name))('of %s refuses a row with a field missing, added, emptied or of another type', (name) => {
    const rows = readJson(`${name}.json`);
    fc.assert(
      fc.property(
        fc.nat({ max: rows.length - 1 }),
        fc.constantFrom(...Object.keys(rows[0])),
        fc.constantFrom('missing', 'added', 'object'),
        (index, field, fault) => {
          const broken = structuredClone(rows);
          if (fault === 'missing') delete broken[index][field];
          else if (fault === 'added') broken[index][`${field}x`] = 1;
          else broken[index][field] = { no: 'such thing' };
          return of(name)?.(broken) === false;
        },
      ),
    );
  });

  test('of the whole accepts archive.json, and refuses it without its rights or with a broken row', () => {
    const data = readJson('archive.json');
    expect(whole(data), JSON.stringify(whole.errors)).toBe(true);
    const { rights: _, ...bare } = data;
    expect(whole(bare)).toBe(false);
    expect(whole({ ...data, quotes: [{ ...data.quotes[0], voice: 'shouted' }] })).toBe(false);
  });

  test('describes every field', () => {
    const undescribed: string[] = [];
    const walk = (schema: Record<string, unknown>, path: string) => {
      for (const [key, field] of Object.entries((schema['properties'] ?? {}) as Record<string, Record<string, unknown>>)) {
        if (!field['description']) undescribed.push(`${path}.${key}`);
        const inner = [field, ...((field['anyOf'] as Record<string, unknown>[] | undefined) ?? [])];
        for (const one of inner) walk((one['items'] as Record<string, unknown> | undefined) ?? one, `${path}.${key}`);
      }
    };
    for (const schema of schemas) walk(schema.items, schema.title);
    expect(undescribed).toEqual([]);
  });
});

test('the annotations tell the words before and after where the text of the page is held', () => {
  const passage = { id: 'p-00000000', text: `Before it. ${hostile} After it.` };
  const held = {
    decision: '11-222-333',
    data: { licence: 'Free to reuse', statements: [{ source: 'gazette' }] },
    blocks: [{ passages: [passage] }],
  } as unknown as (typeof archive.texts)[number];
  const written = (texts: typeof archive.texts) =>
    listDataFiles({ ...archive, texts }, publication)
      .find(({ name }) => name === 'annotations.jsonld')
      ?.content.toString();
  expect(written([held])).toContain('"prefix":"Before it. ","suffix":" After it."');
  expect(written([])).not.toContain('"prefix"');
});
