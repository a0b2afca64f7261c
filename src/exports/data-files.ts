import { createHash } from 'node:crypto';
import type { Archive } from '../graph/archive.ts';
import { listAnnotations, toAnnotationCollection } from './annotations.ts';
import { toCsv } from './csv.ts';
import type { DataFile } from './data-file.ts';
import { toDataPackage } from './data-package.ts';
import { dataVersion } from './data-version.ts';
import { type JsonSchema, toArchiveSchema, toKindSchema } from './json-schema.ts';
import { type Publication, toAddress } from './publication.ts';
import { listRights } from './rights.ts';
import { openRows } from './rows/row-context.ts';
import { listRows, type RowList } from './rows/row-kinds.ts';
import { type Table, toTables } from './tables.ts';
import { toTimelineJs } from './timeline-js.ts';

type Draft = Pick<DataFile, 'name' | 'title' | 'about' | 'mediaType' | 'text'> & Partial<Pick<DataFile, 'count' | 'kind' | 'table'>>;

const finish = ({ count, kind, table, ...draft }: Draft): DataFile => ({
  ...draft,
  count,
  kind,
  table,
  bytes: Buffer.byteLength(draft.text),
  sha256: createHash('sha256').update(draft.text).digest('hex'),
});

/** A list as JSON with one row a line, so that versions can be compared and lines searched. */
const writeRows = (rows: readonly unknown[]) => (rows.length === 0 ? '[]' : `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`);

const writeSchema = (schema: JsonSchema) => `${JSON.stringify(schema, null, 2)}\n`;

function writeArchive({ settings }: Archive, publication: Publication, lists: readonly RowList[]): string {
  const { title, subject, asOf, publisher, contact } = settings;
  const head = {
    $schema: toAddress(publication, '/data/archive.schema.json'),
    title,
    subject,
    address: toAddress(publication, '/'),
    version: dataVersion,
    asOf,
    publisher,
    contact,
    rights: listRights({ settings }),
  };
  const fields = [
    ...Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`),
    ...lists.map(({ kind, rows }) => `${JSON.stringify(kind.name)}: ${writeRows(rows)}`),
  ];
  return `{\n${fields.join(',\n')}\n}\n`;
}

const draftKind = (publication: Publication, { kind, rows }: RowList): Draft[] => [
  {
    name: `${kind.name}.json`,
    title: kind.title,
    about: kind.about,
    mediaType: 'application/json',
    text: `${writeRows(rows)}\n`,
    count: rows.length,
    kind: kind.name,
  },
  {
    name: `${kind.name}.schema.json`,
    title: `${kind.title}: schema`,
    about: `The JSON Schema of ${kind.name}.json, with every field described.`,
    mediaType: 'application/schema+json',
    text: writeSchema(toKindSchema(publication, kind)),
    kind: kind.name,
  },
];

const draftTable = (table: Table): Draft => ({
  name: `${table.name}.csv`,
  title: table.title,
  about: table.about,
  mediaType: 'text/csv',
  text: toCsv(table),
  count: table.rows.length,
  kind: table.partOf?.table ?? table.name,
  table,
});

/** Every file of data: the archive whole, each kind as JSON and as tables, their schemas, and the forms for other tools. */
export function listDataFiles(archive: Archive, publication: Publication): DataFile[] {
  const lists = listRows(openRows(archive, publication));
  const annotations = listAnnotations(archive, publication);
  const drafts: Draft[] = [
    {
      name: 'archive.json',
      title: 'The whole archive',
      about: 'Everything in one file, every kind as in its own.',
      mediaType: 'application/json',
      text: writeArchive(archive, publication, lists),
      count: lists.reduce((sum, { rows }) => sum + rows.length, 0),
    },
    {
      name: 'archive.schema.json',
      title: 'The whole archive: schema',
      about: 'The JSON Schema of archive.json.',
      mediaType: 'application/schema+json',
      text: writeSchema(toArchiveSchema(publication)),
    },
    ...lists.flatMap((list) => draftKind(publication, list)),
    ...toTables(lists).map(draftTable),
    {
      name: 'annotations.jsonld',
      title: 'Annotations',
      about: 'Quotations and notes as W3C Web Annotations, each with the page and the words that it is about.',
      mediaType: 'application/ld+json',
      text: `${JSON.stringify(toAnnotationCollection(archive, publication, annotations), null, 1)}\n`,
      count: annotations.length,
    },
    {
      name: 'timelinejs.json',
      title: 'Timeline for TimelineJS',
      about: 'The events in the form that TimelineJS reads.',
      mediaType: 'application/json',
      text: `${JSON.stringify(toTimelineJs(archive, publication), null, 1)}\n`,
      count: archive.events.length,
    },
  ];
  const files = drafts.map(finish);
  const descriptor = finish({
    name: 'datapackage.json',
    title: 'Data package',
    about: 'What every file holds, field by field, for Frictionless tools.',
    mediaType: 'application/json',
    text: `${JSON.stringify(toDataPackage(archive, publication, files), null, 1)}\n`,
  });
  const described = [...files, descriptor];
  const sums = finish({
    name: 'checksums.txt',
    title: 'Checksums',
    about: 'The SHA-256 of every file here, for sha256sum -c.',
    mediaType: 'text/plain',
    text: described.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''),
  });
  return [...described, sums];
}
