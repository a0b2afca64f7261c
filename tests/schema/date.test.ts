import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edtfSchema, parseEdtf, readEdtf } from '../../src/schema/date.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`) / 86_400_000;
const spanOf = (edtf: string) => {
  const { start, end } = readEdtf(edtf);
  return [start && [start.first, start.last], end && [end.first, end.last]];
};

test.each([
  ['2020-02-29', '2020-02-29', '2020-02-29'],
  ['2000-02-29', '2000-02-29', '2000-02-29'],
  ['2021-12-31', '2021-12-31', '2021-12-31'],
  ['2021-02', '2021-02-01', '2021-02-28'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2021', '2021-01-01', '2021-12-31'],
  ['1000-01-01', '1000-01-01', '1000-01-01'],
  ['9999', '9999-01-01', '9999-12-31'],
])('%s can mean the days from %s to %s', (edtf, first, last) => {
  const end = [day(first), day(last)];
  expect(spanOf(edtf)).toEqual([end, end]);
});

test.each([
  ['2021-05~', '~', 'month'],
  ['2021?', '?', 'year'],
  ['2021-05-03%', '%', 'day'],
  ['2021-05-03', '', 'day'],
])('%s is qualified by "%s" and precise to the %s', (edtf, qualifier, precision) => {
  expect(readEdtf(edtf).start).toMatchObject({ qualifier, precision, text: edtf });
});

test.each([
  ['2020-03/2021', ['2020-03-01', '2020-03-31'], ['2021-01-01', '2021-12-31']],
  ['2020-03-04/2020-03-04', ['2020-03-04', '2020-03-04'], ['2020-03-04', '2020-03-04']],
  ['2020-03-04/2020-03', ['2020-03-04', '2020-03-04'], ['2020-03-01', '2020-03-31']],
  ['2020~/2021?', ['2020-01-01', '2020-12-31'], ['2021-01-01', '2021-12-31']],
  ['2020/..', ['2020-01-01', '2020-12-31'], null],
  ['../2020', null, ['2020-01-01', '2020-12-31']],
])('%s is an interval between two ends', (edtf, start, end) => {
  expect(spanOf(edtf)).toEqual([start && start.map(day), end && end.map(day)]);
});

test.each([
  ['2021-02-29', '2021-02 has no day 29. Its last day is 28'],
  ['1900-02-29', '1900-02 has no day 29. Its last day is 28'],
  ['2021-04-31', '2021-04 has no day 31. Its last day is 30'],
  ['2021-04-00', '2021-04 has no day 00. Its last day is 30'],
  ['2021-00', 'There is no month 00. Write 01 to 12'],
  ['2021-13-01', 'There is no month 13. Write 01 to 12'],
  ['0999', 'The year 0999 is not one this archive can hold. Write a year from 1000 on'],
  ['2021-05/2021-04', '"2021-05/2021-04" ends before it starts. Put the earlier date first'],
  ['../..', '"../.." has no date at either end. Give at least one'],
  ['2020/2021/2022', '"2020/2021/2022" has more than one "/". Write start/end'],
])('%s is refused with a sentence', (edtf, sentence) => {
  expect(parseEdtf(edtf)).toBe(sentence);
});

test.each([
  '',
  ' ',
  '21',
  '2021-5',
  '2021-05-3',
  '20210503',
  '03/05/2021',
  '2021-05-03T00:00',
  '2021-05-03Z',
  ' 2021',
  '2021 ',
  '2021\n',
  '2021-W05',
  '2021-21',
  '2021-XX',
  '202X',
  '-2021',
  '+2021',
  'Y12021',
  '~2021',
  '2021~~',
  '2021~?',
  '2021-05-~03',
  '2021/',
  '/2021',
  '../',
  '..',
  '2021..2022',
  '[2021,2022]',
  '٢٠٢١',
  '２０２１',
  '2021‑05',
  'May 2021',
])('%j is not a date of the archive', (edtf) => {
  expect(edtfSchema.safeParse(edtf).success).toBe(false);
});

test('a bare year that YAML reads as a number must stand in quotation marks', () => {
  expect(edtfSchema.safeParse(2021).error?.issues[0]?.message).toBe('Write the date in quotation marks, as "2019" or "2023-11"');
});

test('every day that there is can be read, and no other', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 9999 }),
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 0, max: 99 }),
      (year, month, number) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`;
        const real = new Date(0);
        real.setUTCFullYear(year, month - 1, number);
        expect(typeof parseEdtf(text) === 'object').toBe(month > 0 && number > 0 && real.toISOString().startsWith(text));
      },
    ),
  );
});

test('a text of any kind is a date or a sentence, never an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/.~?% T') }), (text) =>
      ['object', 'string'].includes(typeof parseEdtf(text)),
    ),
  );
});

test('reading a date that was never accepted throws', () => {
  expect(() => readEdtf('2021-02-30')).toThrow('2021-02 has no day 30. Its last day is 28');
});
