import { expect, test } from 'vitest';
import { certaintyOf, formatDate, formatMoment, toMachineDate, yearOf } from '../../src/graph/date-text.ts';

test.each([
  ['2022-05-03', '3 May 2022', '2022-05-03', 'exact', 2022],
  ['2022-05', 'May 2022', '2022-05', 'month', 2022],
  ['2022', '2022', '2022', 'year', 2022],
  ['2022-05-03~', 'about 3 May 2022', undefined, 'approximate', 2022],
  ['2022-05?', 'May 2022 (uncertain)', undefined, 'uncertain', 2022],
  ['2022%', 'about 2022 (uncertain)', undefined, 'uncertain', 2022],
  ['2022-05/2023-06-07', 'May 2022 to 7 June 2023', undefined, 'span', 2022],
  ['2022-05-03/..', 'from 3 May 2022, end not known', undefined, 'open', 2022],
  ['../2022-05~', 'until about May 2022, start not known', undefined, 'open', 2022],
])('%s is printed as "%s"', (edtf, text, machine, certainty, year) => {
  expect([formatDate(edtf), toMachineDate(edtf), certaintyOf(edtf), yearOf(edtf)]).toEqual([text, machine, certainty, year]);
});

test('a month never shows a day', () => {
  expect(['01', '02', '12'].map((month) => formatDate(`2024-${month}`))).toEqual(['January 2024', 'February 2024', 'December 2024']);
});

test.each([
  ['2023-11~/2023-12', 'between about November 2023 and December 2023'],
  ['2023-11', 'November 2023'],
  ['2023-11/..', 'from November 2023, end not known'],
])('what happened once, in %s, happened %s', (edtf, text) => {
  expect(formatMoment(edtf)).toBe(text);
});
