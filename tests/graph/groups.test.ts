import { describe, expect, it } from 'vitest';
import { formatCountOf, formatCounts, groupInOrder } from '../../src/graph/groups.ts';

describe('formatCountOf', () => {
  it.each([
    [0, 'no quotations'],
    [1, '1 quotation'],
    [1_200, '1,200 quotations'],
  ])('prints %i as "%s"', (count, text) => {
    expect(formatCountOf(count, 'quotation')).toBe(text);
  });
});

describe('formatCounts', () => {
  it('leaves out what there is none of', () => {
    expect(
      formatCounts([
        [2, 'finding'],
        [0, 'event'],
        [1, 'decision made', 'decisions made'],
      ]),
    ).toBe('2 findings, 1 decision made');
  });
});

describe('groupInOrder', () => {
  it('follows the order given, then the order of the items', () => {
    expect(groupInOrder(['b1', 'a1', 'c1', 'b2'], (item) => item[0] ?? '', ['a', 'x'])).toEqual([
      ['a', ['a1']],
      ['b', ['b1', 'b2']],
      ['c', ['c1']],
    ]);
  });
});
