import type { Archive } from '../graph/archive.ts';
import { LIST_DELIMITER } from './csv.ts';
import type { DataFile } from './data-file.ts';
import { dataVersion } from './data-version.ts';
import { type Publication, toAddress } from './publication.ts';
import { listRights } from './rights.ts';
import type { Column } from './row-fields.ts';
import { rowKinds } from './rows/row-kinds.ts';
import type { TableShape } from './tables.ts';

const tableOfTarget = new Map(rowKinds.flatMap(({ name, target }) => (target ? [[target as string, name] as const] : [])));

/**
 * A column as a field of Table Schema. `refersTo` names the table whose ids stand in it. A list is a string with a
 * `separator`: the standard has a type for lists, but its published profile, and so its tools, refuse it.
 */
function toField({ name, type, itemType, format, about, values, refersTo, required }: Column) {
  return {
    name,
    type: format === 'date' ? 'date' : type === 'list' ? 'string' : type,
    ...(format === 'uri' && { format }),
    ...(type === 'list' && { separator: LIST_DELIMITER, itemType }),
    description: type === 'list' ? `${about}; several are parted by ${LIST_DELIMITER}` : about,
    ...(refersTo && { refersTo: tableOfTarget.get(refersTo) ?? refersTo }),
    constraints: { ...(required && { required }), ...(values && type === 'string' && { enum: values }) },
  };
}

/** The foreign keys of a table. A key into the table itself names no resource. */
function listForeignKeys({ name, columns, partOf }: TableShape) {
  const toKey = (field: string, table: string) => ({
    fields: [field],
    reference: { ...(table !== name && { resource: table }), fields: ['id'] },
  });
  return [
    ...(partOf ? [toKey(partOf.column, partOf.table)] : []),
    ...columns.flatMap(({ name: field, type, refersTo = '' }) => {
      const table = tableOfTarget.get(refersTo);
      return table && type !== 'list' ? [toKey(field, table)] : [];
    }),
  ];
}

function toTableSchema(table: TableShape) {
  const foreignKeys = listForeignKeys(table);
  return {
    fields: table.columns.map(toField),
    missingValues: [''],
    ...(table.key.length > 0 && { primaryKey: table.key }),
    ...(foreignKeys.length > 0 && { foreignKeys }),
  };
}

const toResource = ({ name, title, about, mediaType, bytes, sha256, table }: DataFile) => ({
  name: name
    .toLowerCase()
    .replace(/\.csv$/, '')
    .replaceAll('.', '-'),
  path: name,
  ...(table && { type: 'table' }),
  title,
  description: about,
  format: name.split('.').at(-1),
  mediatype: mediaType,
  encoding: 'utf-8',
  bytes,
  hash: `sha256:${sha256}`,
  ...(table && { dialect: { delimiter: ',', lineTerminator: '\r\n', header: true }, schema: toTableSchema(table) }),
});

/** The Frictionless Data Package (version 2) of the files: what each holds, field by field, with its size and digest. */
export function toDataPackage({ settings }: Archive, publication: Publication, files: readonly DataFile[]) {
  const { title, subject, wordsLicence, publisher, asOf } = settings;
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'upheld',
    id: toAddress(publication, '/data/datapackage.json'),
    title,
    description: `${subject} Up to date to ${asOf}. Text in CSV that begins with = + - @ or an apostrophe has one apostrophe before it, so that no spreadsheet runs it; take it away when reading.`,
    homepage: toAddress(publication, '/data/'),
    version: dataVersion,
    asOf,
    ...(wordsLicence && { licenses: [{ path: wordsLicence.address, title: wordsLicence.name }] }),
    ...(publisher && { contributors: [{ title: publisher, roles: ['publisher'] }] }),
    rights: listRights({ settings }),
    resources: files.map(toResource),
  };
}
