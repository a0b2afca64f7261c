import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guardText, toCsv } from '../../src/exports/csv.ts';
import type { Cell } from '../../src/exports/row-fields.ts';
import type { Table } from '../../src/exports/tables.ts';

const tableOf = (rows: Cell[][]): Table => ({
  name: 't',
  title: 'T',
  about: 'A table',
  key: [],
  rows,
  columns: (rows[0] ?? []).map((_, index) => ({ name: `c${index}`, type: 'string', about: 'A column', required: false })),
});

const readBack = (csv: string): string[][] => parse(csv, { record_delimiter: '\r\n' });

test('CSV has a header, commas and CRLF, and quotes only what needs it', () => {
  expect(toCsv(tableOf([['plain', 'a,b', 'say "so"', 'two\nlines', null, 7, true, ['x', 'y'], []]]))).toBe(
    'c0,c1,c2,c3,c4,c5,c6,c7,c8\r\nplain,"a,b","say ""so""","two\nlines",,7,true,x;y,\r\n',
  );
});

describe('a text that a spreadsheet would run as a formula', () => {
  test.each(['=1+1', '+44', '-5', '@SUM(A1)', '\t=1', '\n=1'])('%j begins with an apostrophe', (text) => {
    expect(guardText(text)).toBe(`'${text}`);
  });

  test.each(['a=1', '1-2', 'x@y', ' =1', '“=1”', '...'])('%j is left as it is', (text) => {
    expect(guardText(text)).toBe(text);
  });

  test('is told apart from one that has an apostrophe of its own', () => {
    expect(guardText("'tis")).toBe("''tis");
  });

  test('stays a number where it is one', () => {
    expect(toCsv(tableOf([[-5]]))).toBe('c0\r\n-5\r\n');
  });
});

test('whatever the text, a reader of RFC 4180 that takes one apostrophe away has it back, and no cell begins a formula', () => {
  const text = fc.string({
    minLength: 1,
    unit: fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\n', '\t', ' ', 'a', 'é', '“', '😀'),
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
      const cells = readBack(toCsv(tableOf(rows))).slice(1);
      expect(cells.map((line) => line.map((cell) => cell.replace(/^'/, '')))).toEqual(rows);
      for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\n]/);
    }),
  );
});

test('an id that holds the mark between ids cannot stand in a list', () => {
  expect(() => toCsv(tableOf([[['a;b']]]))).toThrow('"a;b" holds ";"');
});
