import { parse } from 'csv-parse/sync';

interface FieldDescriptor {
  name: string;
  type: string;
  separator?: string;
  itemType?: string;
}
interface ResourceDescriptor {
  name: string;
  path: string;
  schema?: {
    fields: FieldDescriptor[];
    primaryKey?: string[];
    foreignKeys?: { fields: string[]; reference: { resource?: string; fields: string[] } }[];
  };
}
export interface PackageDescriptor {
  resources: ResourceDescriptor[];
}

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
type Fields = { [key: string]: Value };

const unguard = (text: string) => (text.startsWith("'") ? text.slice(1) : text);

function readCell(cell: string, { type, separator, itemType }: FieldDescriptor): Value {
  if (separator !== undefined)
    return cell === ''
      ? []
      : unguard(cell)
          .split(separator)
          .map((item) => (itemType === 'integer' ? Number(item) : item));
  if (cell === '') return null;
  if (type === 'integer') return Number(cell);
  if (type === 'boolean') return cell === 'true';
  return unguard(cell);
}

/** The rows of one CSV file, cast by nothing but what the data package says of it. */
export function readTable({ schema, path }: ResourceDescriptor, csv: string): Fields[] {
  const [header = [], ...lines] = parse(csv, { record_delimiter: '\r\n' });
  const fields = schema?.fields ?? [];
  if (header.join() !== fields.map(({ name }) => name).join()) throw new Error(`${path} has other columns than the data package says`);
  return lines.map((line) => Object.fromEntries(fields.map((field, index) => [field.name, readCell(line[index] ?? '', field)])));
}

/** Puts `due.date` and its like back into one object, `null` where all of it is empty. */
function nest(flat: Fields): Fields {
  const row: Fields = {};
  for (const [name, value] of Object.entries(flat)) {
    const [outer = '', inner] = name.split('.');
    const within = row[outer];
    if (inner === undefined) row[outer] = value;
    else row[outer] = { ...(within && typeof within === 'object' && !Array.isArray(within) ? within : {}), [inner]: value };
  }
  for (const [name, value] of Object.entries(row)) {
    const isEmpty = (one: Value) => one === null || (Array.isArray(one) && one.length === 0);
    if (value && typeof value === 'object' && !Array.isArray(value) && Object.values(value).every(isEmpty)) row[name] = null;
  }
  return row;
}

const without = (row: Fields, ...names: string[]): Fields =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

/** Puts the tables of one kind together again: the main one, its lists of parts, and the evidence of both. */
export function joinTables(kind: string, descriptor: PackageDescriptor, read: (path: string) => string): Fields[] {
  const tables = descriptor.resources.filter(({ schema, name }) => schema && (name === kind || name.startsWith(`${kind}-`)));
  const main = tables.find(({ name }) => name === kind);
  const shown = descriptor.resources.find(({ name }) => name === 'evidence');
  if (!main || !shown) throw new Error(`There is no table of ${kind}`);
  const evidence = readTable(shown, read(shown.path)).filter((row) => row['kind'] === kind);
  const evidenceOf = (id: Value | undefined, part: string | null, place: number | null) =>
    evidence
      .filter((row) => row['id'] === id && row['part'] === part && row['partPosition'] === place)
      .map((row) => without(row, 'kind', 'id', 'part', 'partPosition', 'position'));
  const withEvidence = (row: Fields, id: Value | undefined, part: string | null, place: number | null): Fields =>
    'tier' in row && 'sources' in row ? { ...row, evidence: evidenceOf(id, part, place) } : row;
  const parts = tables
    .filter((table) => table !== main)
    .map((table) => ({ field: table.path.slice(kind.length + 1, -'.csv'.length), rows: readTable(table, read(table.path)) }));

  return readTable(main, read(main.path)).map((flat) => {
    const id = flat['id'];
    const row = withEvidence(nest(flat), id, null, null);
    for (const [name, value] of Object.entries(row)) {
      if (value && typeof value === 'object' && !Array.isArray(value)) row[name] = withEvidence(value, id, name, null);
    }
    for (const { field, rows } of parts) {
      row[field] = rows
        .filter((part) => Object.values(part)[0] === id)
        .map((part) => withEvidence(without(part, Object.keys(part)[0] ?? '', 'position'), id, field, Number(part['position'])));
    }
    return row;
  });
}
