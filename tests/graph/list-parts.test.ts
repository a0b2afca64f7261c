import { expect, test } from 'vitest';
import { recordAt } from '../../src/graph/record-at.ts';
import { FULL, type Listed, placeLists } from '../../src/graph/list-parts.ts';

const none: Listed = { event: [], recommendation: [], payment: [], person: [], correction: [] };
const many = (write: (index: number) => string, count = FULL + 1) => Array.from({ length: count }, (_, index) => ({ id: write(index) }));

const long: Listed = {
  event: many((index) => `${index % 2 ? 2024 : 2025}-03-04-step-${index}`),
  recommendation: many((index) => `${index % 2 ? 23 : 24}-005-859/r${index}`),
  payment: many((index) => `24-005-859/p${index}`),
  person: many((index) => `fen-${index}-aunt`).map(({ id }, index) => ({ id, family: `fen-${index}` })),
  correction: many((index) => (index % 2 ? `2026-slip-${index}` : `slip-${index}`)),
};

test('a list that one page holds stands on it', () => {
  const { urlOf, parts } = placeLists({ ...none, event: many((index) => `2025-03-04-step-${index}`, FULL) }, []);
  expect(urlOf('event', '2025-03-04-step-1')).toBe('/timeline/#2025-03-04-step-1');
  expect(parts).toEqual(new Map());
});

test('a longer list stands in parts', () => {
  const { urlOf, parts } = placeLists(long, []);
  expect([
    urlOf('event', '2024-03-04-step-1'),
    urlOf('recommendation', '23-005-859/r1'),
    urlOf('payment', '24-005-859/p0'),
    urlOf('person', 'fen-1-aunt'),
    urlOf('family', 'fen-1'),
    urlOf('correction', '2026-slip-1'),
    urlOf('correction', 'slip-2'),
  ]).toEqual([
    '/timeline/2024/#2024-03-04-step-1',
    '/recommendations/23/#23-005-859-r1',
    '/payments/24/#24-005-859-p0',
    '/people/fen-1/#fen-1-aunt',
    '/people/fen-1/#fen-1',
    '/changes/2026/#2026-slip-1',
    '/changes/other/#slip-2',
  ]);
  expect(parts.get('event')).toEqual(['2024', '2025']);
  expect(parts.get('correction')).toEqual(['2026', 'other']);
});

test('what was published on the one page stays there when the list grows', () => {
  const line = { on: '2026-12-01', path: '/timeline/', state: 'live', fragments: { '2024-03-04-step-1': 'b6bc4340' } } as const;
  const { urlOf } = placeLists(long, [{ file: 'permalinks.jsonl', line: 1, data: line }]);
  expect(urlOf('event', '2024-03-04-step-1')).toBe('/timeline/#2024-03-04-step-1');
  expect(urlOf('event', '2024-03-04-step-3')).toBe('/timeline/2024/#2024-03-04-step-3');
});

test.each([[none], [long]])('an address tells which record is there', (listed) => {
  const { urlOf } = placeLists(listed, []);
  const named = [
    ['event', '2024-03-04-step-1'],
    ['recommendation', '23-005-859/r1'],
    ['payment', '24-005-859/p0'],
    ['person', 'fen-1-aunt'],
    ['correction', '2026-slip-1'],
  ] as const;
  for (const [kind, id] of named) expect(recordAt(urlOf(kind, id))).toEqual({ kind, id });
});

test('a part of a list is no record', () => {
  expect(['/timeline/2024/', '/recommendations/24/', '/changes/other/', '/people/fen-1/'].map(recordAt)).toEqual(Array(4).fill(undefined));
});
