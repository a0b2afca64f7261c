import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundLineages, type DrawnLineage, placeLineages } from '../../../src/components/recommendation/lineage-layout.ts';
import { startOfYear } from '../../../src/components/timeline/axis.ts';
import { buildLineages } from '../../../src/graph/lineage.ts';
import { recommendationEntry } from '../../builders/records.ts';

const narrow = { width: 320, size: 13, reach: 6 };
const wide = { width: 860, size: 14, reach: 7 };
const decisions = [
  { ref: '11 111 111', date: '2022-05-03' },
  { ref: '22 222 222', date: '2023-11' },
  { ref: '33 333 333', date: '2025-02-13' },
];
const lineage = (action: string, ...states: string[]): DrawnLineage => {
  const [built] = buildLineages([recommendationEntry('d/a', states)], new Map());
  return { action, steps: built?.steps ?? [], spans: built?.spans ?? [] };
};
const place = (lineages: readonly DrawnLineage[], paper = narrow) =>
  placeLineages(lineages, decisions, boundLineages(lineages, decisions, '2026-11-22'), paper);

describe('the drawing of lineages', () => {
  it('runs from the first year to the day that the record was brought up to, and not to any clock', () => {
    const bounds = boundLineages([lineage('Plan', 'recommended 2022-05-03')], decisions, '2026-11-22');
    expect(bounds).toEqual({ from: startOfYear(2022), to: startOfYear(2026) + 326 });
  });

  it('puts marks of one time below one another, each where its date is', () => {
    const [row] = place(
      [lineage('Plan', 'recommended 2022-05-03', 'not-done 2023-11', 'agreed 2023-11', 'done 2023-11/2023-12')],
      wide,
    ).rows;
    const marks = row?.marks.map(({ state, x, y }) => [state, Math.round(x), y - (row?.line ?? 0)]);
    expect(marks).toEqual([
      ['recommended', 67, 0],
      ['not-done', 334, 0],
      ['agreed', 334, 17],
      ['done', 341, 34],
    ]);
  });

  it('draws no mark for what is not known', () => {
    const [row] = place([lineage('Plan', 'recommended 2022-05-03', 'unknown')]).rows;
    expect([row?.marks.length, row?.bands[0]?.unknown?.to]).toEqual([1, 318]);
  });

  it('breaks a long action into lines that fit the paper', () => {
    const action = 'Involve the elected committee of the borough, to follow the progress of the plan and to learn about working together';
    const [row] = place([lineage(action, 'recommended 2025-02-13')]).rows;
    expect(row?.label.map(({ text }) => text).join(' ')).toBe(action);
    for (const { text, x } of row?.label ?? []) expect(x + text.length * 13 * 0.54).toBeLessThanOrEqual(320);
  });

  it('keeps heads, rows and marks apart, whatever the dates', () => {
    const days = fc.integer({ min: 0, max: 2500 }).map((day) => new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10));
    const histories = fc.array(days, { minLength: 1, maxLength: 8 }).map((dates) => dates.toSorted().map((date) => `agreed ${date}`));
    fc.assert(
      fc.property(fc.array(histories, { minLength: 1, maxLength: 4 }), fc.array(days, { minLength: 1, maxLength: 6 }), (rows, dates) => {
        const lineages = rows.map((states) => lineage('Appoint somebody for the son', ...states));
        const made = dates.toSorted().map((date) => ({ ref: '11 111 111', date }));
        const placed = placeLineages(lineages, made, boundLineages(lineages, made, '2026'), narrow);
        const heads = placed.decisions.map(({ date }) => ({ x: date.x, y: date.y, half: (date.text.length * 13 * 0.86 * 0.54) / 2 }));
        for (const [index, head] of heads.entries()) {
          expect(head.x - head.half).toBeGreaterThanOrEqual(0);
          expect(head.x + head.half).toBeLessThanOrEqual(320);
          for (const other of heads.slice(index + 1))
            expect(head.y !== other.y || Math.abs(head.x - other.x) >= head.half + other.half).toBe(true);
        }
        for (const { marks } of placed.rows) {
          for (const [index, mark] of marks.entries())
            for (const other of marks.slice(index + 1)) expect(Math.hypot(mark.x - other.x, mark.y - other.y)).toBeGreaterThanOrEqual(12);
        }
        const bottoms = placed.rows.map(({ marks }) => Math.max(...marks.map(({ y }) => y)) + 6);
        for (const [index, bottom] of bottoms.entries()) expect(bottom).toBeLessThan(placed.rows[index + 1]?.top ?? placed.height);
      }),
    );
  });
});
