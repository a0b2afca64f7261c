import type { Archive } from '../graph/archive.ts';
import { listHeldParagraphs } from '../graph/texts.ts';
import { listAnnotations, writeAnnotations } from './annotations.ts';
import { joinArchive, writeLines } from './archive-json.ts';
import { toCsv } from './csv.ts';
import { type DataFile, toDataFile } from './data-file.ts';
import { toDataPackage } from './data-package.ts';
import { type JsonSchema, toArchiveSchema, toKindSchema } from './json-schema.ts';
import type { Publication } from './publication.ts';
import type { Cell } from './row-fields.ts';
import { openRows, type RowContext } from './rows/row-context.ts';
import { type RowKind, rowKinds } from './rows/row-kinds.ts';
import { type Table, toEvidenceTable, toTables } from './tables.ts';
import { toTimelineJs } from './timeline-js.ts';

const writeJson = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;

const toSchemaFile = (name: string, title: string, schema: JsonSchema, kind?: string): DataFile =>
  toDataFile({
    name: `${name}.schema.json`,
    title: `${title}: schema`,
    about: `The JSON Schema of ${name}.json, with every field described.`,
    mediaType: 'application/schema+json',
    content: writeJson(schema),
    ...(kind && { kind }),
  });

function toCsvFile(table: Table): DataFile {
  const { rows, ...shape } = table;
  const { name, title, about, partOf } = shape;
  return toDataFile({
    name: `${name}.csv`,
    title,
    about,
    mediaType: 'text/csv',
    content: toCsv(table),
    count: rows.length,
    kind: partOf?.table ?? name,
    table: shape,
  });
}

/** The files of one kind. The rows themselves are not kept: of a large archive they take more room than all its files. */
function listKindFiles(kind: RowKind, context: RowContext, publication: Publication): { files: DataFile[]; evidence: Cell[][] } {
  const { name, title, about } = kind;
  const rows = kind.list(context);
  const { tables, evidence } = toTables(kind, rows);
  const files = [
    toDataFile({
      name: `${name}.json`,
      title,
      about,
      mediaType: 'application/json',
      content: writeLines(rows),
      count: rows.length,
      kind: name,
    }),
    toSchemaFile(name, title, toKindSchema(publication, kind), name),
    ...tables.map(toCsvFile),
  ];
  return { files, evidence };
}

function toArchiveFile(archive: Archive, publication: Publication, kindFiles: readonly DataFile[]): DataFile {
  const lists = rowKinds.flatMap(({ name }) =>
    kindFiles.filter((file) => file.name === `${name}.json`).map(({ content, count = 0 }) => ({ name, content, count })),
  );
  return toDataFile({
    name: 'archive.json',
    title: 'The whole archive',
    about: 'Everything in one file, every kind as in its own.',
    mediaType: 'application/json',
    content: joinArchive(archive, publication, lists),
    count: lists.reduce((sum, { count }) => sum + count, 0),
  });
}

/** The files that other tools read. */
function listOtherFiles(archive: Archive, publication: Publication): DataFile[] {
  const texts = new Map([...listHeldParagraphs(archive.texts)].map(([source, paragraphs]) => [source, paragraphs.join('\n')]));
  const annotations = listAnnotations(archive, publication, texts);
  return [
    toDataFile({
      name: 'annotations.jsonld',
      title: 'Annotations',
      about: 'Quotations and notes as W3C Web Annotations, each with the page and the words that it is about.',
      mediaType: 'application/ld+json',
      content: writeAnnotations(archive, publication, annotations),
      count: annotations.length,
    }),
    toDataFile({
      name: 'timelinejs.json',
      title: 'Timeline for TimelineJS',
      about: 'The events in the form that TimelineJS reads.',
      mediaType: 'application/json',
      content: writeJson(toTimelineJs(archive, publication)),
      count: archive.events.length,
    }),
  ];
}

/** Every file of data: the archive whole, each kind as JSON and as tables, their schemas, and the forms for other tools. */
export function listDataFiles(archive: Archive, publication: Publication): DataFile[] {
  const context = openRows(archive, publication);
  const made = rowKinds.map((kind) => listKindFiles(kind, context, publication));
  const kindFiles = [...made.flatMap(({ files }) => files), toCsvFile(toEvidenceTable(made.flatMap(({ evidence }) => evidence)))];
  const described = [
    toArchiveFile(archive, publication, kindFiles),
    toSchemaFile('archive', 'The whole archive', toArchiveSchema(publication)),
    ...kindFiles,
    ...listOtherFiles(archive, publication),
  ];
  const descriptor = toDataFile({
    name: 'datapackage.json',
    title: 'Data package',
    about: 'What every file holds, field by field, for Frictionless tools.',
    mediaType: 'application/json',
    content: writeJson(toDataPackage(archive, publication, described)),
  });
  const checksums = toDataFile({
    name: 'checksums.txt',
    title: 'Checksums',
    about: 'The SHA-256 of every file here, for sha256sum -c.',
    mediaType: 'text/plain',
    content: [...described, descriptor].map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''),
  });
  return [...described, descriptor, checksums];
}
