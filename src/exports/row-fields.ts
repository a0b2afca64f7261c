import type { JsonSchema } from './json-schema.ts';

/** One column of a table. `list` is a list of ids or numbers in one cell. */
export interface Column {
  name: string;
  type: 'string' | 'integer' | 'boolean' | 'list';
  itemType?: 'string' | 'integer';
  /** `date` and `uri`, where the text is one. */
  format?: string;
  about: string;
  values?: readonly string[];
  /** The kind of record whose id stands here, where there is one. */
  refersTo?: string;
  required: boolean;
}

export type Cell = string | number | boolean | null | readonly (string | number)[];

/** How one field of a row stands in tables: in a column, or as a list of parts in a table of its own. */
export type Field = { path: string[] } & ({ column: Column } | { part: string; fields: Field[]; about: string });

const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;

function unwrap(schema: JsonSchema): { schema: JsonSchema; nullable: boolean } {
  const inner = schema.anyOf?.find((one) => isSchema(one) && one.type !== 'null');
  return isSchema(inner)
    ? { schema: { ...inner, description: schema.description ?? inner.description ?? '' }, nullable: true }
    : { schema, nullable: false };
}

function toColumn(name: string, { schema, nullable }: ReturnType<typeof unwrap>): Column {
  const items = schema.type === 'array' && isSchema(schema.items) ? schema.items : undefined;
  const refersTo = (items ?? schema)['refersTo'];
  const values = schema.enum?.filter((value) => typeof value === 'string');
  return {
    name,
    type: items ? 'list' : schema.type === 'integer' || schema.type === 'boolean' ? schema.type : 'string',
    ...(items && { itemType: items.type === 'integer' ? ('integer' as const) : ('string' as const) }),
    ...(schema.format && { format: schema.format }),
    about: schema.description ?? '',
    ...(values && { values }),
    ...(typeof refersTo === 'string' && { refersTo }),
    required: !nullable && !items,
  };
}

/** The fields of a schema: an object's lie beside their own with a dot in the name, a list of objects is a part. */
export function listFields(schema: JsonSchema, path: readonly string[] = [], optional = false): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]): Field[] => {
    if (!isSchema(property)) return [];
    const own = unwrap(property);
    const whole = [...path, name];
    if (own.schema.type === 'object') return listFields(own.schema, whole, optional || own.nullable);
    const { items, type } = own.schema;
    if (type === 'array' && isSchema(items) && items.type === 'object')
      return [{ path: whole, part: whole.join('.'), fields: listFields(items), about: own.schema.description ?? '' }];
    return [{ path: whole, column: toColumn(whole.join('.'), { ...own, nullable: own.nullable || optional }) }];
  });
}

const readPath = (row: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, step) => (value instanceof Object ? Reflect.get(value, step) : null), row);

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string' || typeof item === 'number');
  throw new TypeError(`${JSON.stringify(value)} does not fit a cell`);
}

export const columnsOf = (fields: readonly Field[]): Column[] => fields.flatMap((field) => ('column' in field ? [field.column] : []));

export const cellsOf = (fields: readonly Field[], row: unknown): Cell[] =>
  fields.flatMap((field) => ('column' in field ? [toCell(readPath(row, field.path))] : []));

/** The items of a list of parts. */
export function itemsOf(row: unknown, path: readonly string[]): unknown[] {
  const list = readPath(row, path);
  return Array.isArray(list) ? list : [];
}
