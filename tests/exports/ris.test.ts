import { expect, test } from 'vitest';
import type { CslItem } from '../../src/exports/csl.ts';
import { toRis } from '../../src/exports/ris.ts';
import { archive, citable, records } from './made-up.ts';

const items = [
  ...new Map(
    records(archive)
      .flatMap(([kind, id]) => citable(kind, id).items)
      .map((item) => [item.id, item]),
  ).values(),
];

/** Reads RIS strictly: `XX  - value` on each line, TY first, ER last, CRLF throughout. */
function readRis(ris: string): Map<string, string[]>[] {
  if (/(?<!\r)\n/.test(ris)) throw new Error('A line does not end in CR LF');
  return ris
    .trimEnd()
    .split('\r\n\r\n')
    .map((record) => {
      const lines = record.split('\r\n').map((line) => {
        const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- ?(.*)$/.exec(line) ?? [];
        if (!tag) throw new Error(`Not a line of RIS: ${line}`);
        return { tag, value };
      });
      if (lines[0]?.tag !== 'TY' || lines.at(-1)?.tag !== 'ER') throw new Error('A record does not run from TY to ER');
      return new Map([...Map.groupBy(lines, ({ tag }) => tag)].map(([tag, found]) => [tag, found.map(({ value }) => value)]));
    });
}

const types: Record<string, CslItem['type']> = {
  CASE: 'legal_case',
  STAT: 'legislation',
  RPRT: 'report',
  BOOK: 'book',
  CHAP: 'chapter',
  ELEC: 'webpage',
  BLOG: 'post-weblog',
  NEWS: 'article-newspaper',
};

/** As Zotero reads a name: all before the first comma is the family name; nothing after it makes a body. */
function readName(name: string) {
  const [family = '', given] = name.split(/\s*,\s*(.*)/);
  return given ? { family, given } : { literal: family };
}

const readDate = (date: string) => {
  const [year, month, day, words] = date.split('/');
  return words ? { literal: words } : { 'date-parts': [[year, month, day].filter(Boolean).map(Number)] };
};

test('every kind as RIS is as it always was', async () => {
  await expect(toRis(items).replaceAll('\r\n', '\n')).toMatchFileSnapshot('__golden__/items.ris');
});

test('type, number, date, bodies and title of every kind come back', () => {
  const read = readRis(toRis(items));
  expect(read).toHaveLength(items.length);
  for (const [index, record] of read.entries()) {
    const given = items[index];
    const one = (tag: string) => record.get(tag)?.[0];
    expect(types[one('TY') ?? '']).toBe(given?.type);
    expect(one('TI')).toBe(given?.title);
    expect(one('SV') ?? one('M1') ?? one('SN')).toBe(given?.number);
    expect(one('UR')).toBe(given?.URL);
    expect(one('DA') === undefined ? undefined : readDate(one('DA') ?? '')).toEqual(given?.issued);
    if (given?.id !== 'hostile') expect(record.get('AU')?.map(readName)).toEqual(given?.author);
    expect([...(record.get('A2') ?? []), ...(record.get('A3') ?? [])].map(readName)).toEqual(given?.editor ?? []);
    if (given?.type === 'legal_case') expect(one('PB')).toBe(given.authority);
  }
});

test('a line break in a text does not begin a line of its own', () => {
  expect(readRis(toRis([{ id: 'x', type: 'webpage', title: 'One\nTY  - BOOK', note: 'a\r\nER  - ' }]))).toHaveLength(1);
});
