import { toJsonSchema } from './json-schema.ts';
import { type Cell, cellsOf, type Column, columnsOf, type Field, itemsOf, listFields } from './row-fields.ts';
import { evidenceRow } from './rows/fields.ts';
import type { Row, RowKind } from './rows/row-kinds.ts';

/** What a table is, without its rows. */
export interface TableShape {
  name: string;
  title: string;
  about: string;
  columns: Column[];
  /** The columns that tell its rows apart. */
  key: string[];
  /** The table of which its rows are parts, and the column that names their whole. */
  partOf?: { table: string; column: string };
}

/** Rows without nesting, for spreadsheets. */
export interface Table extends TableShape {
  rows: Cell[][];
}

const column = (name: string, about: string, rest: Partial<Column> = {}): Column => ({
  name,
  type: 'string',
  about,
  required: true,
  ...rest,
});
const POSITION = column('position', 'Its place in the list, from 1', { type: 'integer' });

const evidenceFields = listFields(toJsonSchema(evidenceRow));
const evidenceColumns = [
  column('kind', 'The table of the fact'),
  column('id', 'The id of its row'),
  column('part', 'The part of the row that it supports; empty where it is the row itself', { required: false }),
  column('partPosition', 'The place of that part in its list', { type: 'integer', required: false }),
  POSITION,
  ...columnsOf(evidenceFields),
];

type PartField = Extract<Field, { part: string }>;
const isPart = (field: Field): field is PartField => 'part' in field;
const isEvidence = ({ path }: PartField) => path.at(-1) === 'evidence';

/** The evidence of one row and of its parts. */
function listEvidence(kind: RowKind, fields: readonly Field[], row: Row): Cell[][] {
  const rowsOf = (owner: unknown, { path }: PartField, part: string | null, place: number | null): Cell[][] =>
    itemsOf(owner, path).map((item, index) => [kind.name, row.id, part, place, index + 1, ...cellsOf(evidenceFields, item)]);
  return fields.filter(isPart).flatMap((field) => {
    if (isEvidence(field)) return rowsOf(row, field, field.path.slice(0, -1).join('.') || null, null);
    const inner = field.fields.filter(isPart).filter(isEvidence);
    return itemsOf(row, field.path).flatMap((item, index) => inner.flatMap((one) => rowsOf(item, one, field.part, index + 1)));
  });
}

/** The table of one kind, and one for each list of parts in its rows. */
function toKindTables({ name, one, title, about }: RowKind, fields: readonly Field[], rows: readonly Row[]): Table[] {
  const main: Table = { name, title, about, columns: columnsOf(fields), key: ['id'], rows: rows.map((row) => cellsOf(fields, row)) };
  const parts = fields.filter(isPart).filter((field) => !isEvidence(field));
  return [
    main,
    ...parts.map((field): Table => ({
      name: `${name}-${field.part}`,
      title: `${title}: ${field.part}`,
      about: field.about,
      columns: [column(one, `The id of the ${one}`), POSITION, ...columnsOf(field.fields)],
      key: [one, POSITION.name],
      partOf: { table: name, column: one },
      rows: rows.flatMap((row) => itemsOf(row, field.path).map((item, index) => [row.id, index + 1, ...cellsOf(field.fields, item)])),
    })),
  ];
}

/**
 * The rows of one kind as tables without nesting: the kind itself, one for each list of parts
 * (`recommendations-history`), and rows for the table of all evidence. Nothing is lost: joined again by id and
 * position, they are the rows.
 */
export function toTables(kind: RowKind, rows: readonly Row[]): { tables: Table[]; evidence: Cell[][] } {
  const fields = listFields(toJsonSchema(kind.schema));
  return { tables: toKindTables(kind, fields, rows), evidence: rows.flatMap((row) => listEvidence(kind, fields, row)) };
}

/** The table of all evidence. */
export const toEvidenceTable = (rows: Cell[][]): Table => ({
  name: 'evidence',
  title: 'Evidence',
  about: 'Where every fact stands: one row for each source of each row of the other tables, with its place and tier.',
  columns: evidenceColumns,
  key: [],
  rows,
});
