import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDates, formatInterval, measureInterval } from '../../src/graph/interval.ts';

test.each([
  ['2022-05-03', '2025-02-13', '1,017 days'],
  ['2022-05-03', '2024-08-31', '851 days'],
  ['2020-02-28', '2020-03-01', '2 days'],
  ['2021-02-28', '2021-03-01', '1 day'],
  ['2021-03-01', '2021-03-01', '0 days'],
  ['2023-03-25', '2023-03-27', '2 days'],
])('from %s to %s, both exact, are %s', (from, to, text) => {
  expect(formatInterval(measureInterval(from, to))).toBe(text);
});

test.each([
  ['a month to a day', '2022-05', '2022-07-10', { fewest: 40, most: 70 }, 'at least 40 days'],
  ['a day to a month', '2022-05-03', '2022-07', { fewest: 59, most: 89 }, 'at least 59 days'],
  ['a month to itself', '2022-05', '2022-05', { fewest: 0, most: 30 }, 'at most 30 days'],
  ['a year to a year', '2020', '2021', { fewest: 1, most: 730 }, 'at least 1 day'],
  ['a span to a day', '2022-05-01/2022-05-11', '2022-06-10', { fewest: 30, most: 40 }, 'at least 30 days'],
])('from %s are at least the fewest days that the dates allow', (_what, from, to, ends, text) => {
  const interval = measureInterval(from, to);
  expect([interval, formatInterval(interval)]).toEqual([{ ...ends, doubtful: false }, text]);
});

test.each([
  ['2022-05-03~', '2024-08-31', 'about 851 days'],
  ['2022-05-03', '2024-08-31?', 'about 851 days'],
  ['2022-05~', '2022-07-10', 'at least 40 days'],
])('from %s to %s, one of them in doubt, are %s', (from, to, text) => {
  expect(formatInterval(measureInterval(from, to))).toBe(text);
});

test.each([
  ['a day to something that has not ended', '2022-05-03', '2023-01-01/..', { fewest: 243, most: null }, 'at least 243 days'],
  ['a day to something whose start is not known', '2022-05-03', '../2023-01-01', { fewest: 0, most: 243 }, 'at most 243 days'],
  ['something that has not ended to a day', '2022-05-03/..', '2023-01-01', { fewest: 0, most: 243 }, 'at most 243 days'],
  ['something whose start is not known to a day', '../2022-05-03', '2023-01-01', { fewest: 243, most: null }, 'at least 243 days'],
  ['open to open', '../2022', '2021/..', { fewest: 0, most: null }, 'an unknown number of days'],
])('%s is never counted to today', (_what, from, to, ends, text) => {
  const interval = measureInterval(from, to);
  expect([interval, formatInterval(interval)]).toEqual([{ ...ends, doubtful: false }, text]);
});

const edtf = fc
  .tuple(
    fc.integer({ min: 1990, max: 2030 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 2 }),
  )
  .map(([year, month, day, precision]) =>
    [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].slice(0, precision + 1).join('-'),
  );

test('the fewest days are never more than the most', () => {
  fc.assert(
    fc.property(edtf, edtf, (from, to) => {
      const { fewest, most } = measureInterval(from, to);
      return most !== null && fewest >= 0 && fewest <= most;
    }),
  );
});

test('dates in order are in order whichever way they are compared', () => {
  fc.assert(
    fc.property(fc.array(edtf), (dates) => {
      const sorted = dates.toSorted(compareDates);
      return sorted.every((date, index) => index === 0 || compareDates(sorted[index - 1] ?? '', date) <= 0);
    }),
  );
});

test('an open start comes first, and of two dates with one start the shorter', () => {
  expect(['2022', '2022-01-01/..', '2022-01', '../2022', '2022-01-01'].toSorted(compareDates)).toEqual([
    '../2022',
    '2022-01-01',
    '2022-01',
    '2022',
    '2022-01-01/..',
  ]);
});
