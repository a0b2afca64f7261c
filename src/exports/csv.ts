import type { Cell } from './row-fields.ts';
import type { Table } from './tables.ts';

/** Stands between the ids in one cell. */
export const LIST_DELIMITER = ';';

/** A text that begins so may be run as a formula by a spreadsheet; one that begins with the mark itself must be told apart. */
const RUNS = /^[=+\-@\t\r\n']/;

/**
 * Text as it stands in a cell. Spreadsheets run what begins with `=`, `+`, `-` or `@` as a formula, quoted or not, so
 * that such text gets a leading apostrophe, and so does text that has one; a reader takes one leading apostrophe away.
 */
export const guardText = (text: string): string => (RUNS.test(text) ? `'${text}` : text);

function writeList(items: readonly (string | number)[]): string {
  const cut = items.find((item) => String(item).includes(LIST_DELIMITER));
  if (cut !== undefined) throw new RangeError(`"${cut}" holds "${LIST_DELIMITER}" and cannot stand in a list of one cell`);
  return guardText(items.join(LIST_DELIMITER));
}

function writeCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const text = typeof cell === 'string' ? guardText(cell) : writeList(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const writeLine = (cells: readonly Cell[]) => `${cells.map(writeCell).join(',')}\r\n`;

/** A table as CSV by RFC 4180: UTF-8, comma, CRLF, a header; an empty cell is null, or an empty list. */
export const toCsv = ({ columns, rows }: Table): string => [columns.map(({ name }) => name), ...rows].map(writeLine).join('');
