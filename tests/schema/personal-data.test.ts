import fc from 'fast-check';
import { expect, test } from 'vitest';
import { listPersonalData } from '../../src/schema/personal-data.ts';

const whatIn = (text: string, official = false) => listPersonalData(text, official).map(({ what }) => what);

/** A made-up number with its check digit, where it has one. */
function toNhsNumber(nine: string): string | undefined {
  const sum = [...nine].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? undefined : `${nine}${check}`;
}

test.each([
  ['943 476 5919', []],
  ['485 777 3457', ['an NHS number']],
  ['4857773457', ['an NHS number']],
  ['485-777-3457', ['an NHS number']],
  ['485\u00A0777\u00A03457', ['an NHS number']],
  ['His number, 485 777 3457, was given.', ['an NHS number']],
  ['485 777 3456', []],
  ['14857773457', []],
  ['QQ 12 34 56 C', []],
  ['AB123456C', ['a National Insurance number']],
  ['ab 12 34 56 c', ['a National Insurance number']],
  ['BG123456C', []],
  ['AB123456E', []],
  ['a.b+c@mail.example.org', ['an email address']],
  ['Write to ŵyn@tŷ.example.', ['an email address']],
  ['at @council on the site', []],
  ['01733 000 111', ['a telephone number']],
  ['(01733) 000111', ['a telephone number']],
  ['07700 900123', ['a telephone number']],
  ['+44 7700 900 123', ['a telephone number']],
  ['+44 (0)20 7946 0000', ['a telephone number']],
  ['07 123 456 2007', []],
  ['0300 061 0614', []],
  ['0800 000 000', []],
  ['PE1 1HF', ['a postcode']],
  ['SW1A 2AA', ['a postcode']],
  ['at EC1A1BB, London', ['a postcode']],
  ['GIR 0AA', ['a postcode']],
  ['s117 2AA', []],
  ['MK99 in the list', []],
  ['https://example.org/485-777-3457/a@b.example/PE1%201HF', []],
])('%j holds %j', (text, what) => {
  expect(whatIn(text)).toEqual(what);
});

test('in official words only numbers that are always of one person are told', () => {
  expect(whatIn('Write to a@council.example or PE1 1HF, 01733 000 111; 485 777 3457; AB123456C', true)).toEqual([
    'an NHS number',
    'a National Insurance number',
  ]);
});

test('every number with its check digit is told, and none with another', () => {
  fc.assert(
    fc.property(fc.constantFrom('4', '6', '7'), fc.stringMatching(/^\d{8}$/), fc.nat(8), (first, rest, step) => {
      const number = toNhsNumber(first + rest);
      if (number === undefined) return;
      const wrong = number.slice(0, 9) + ((Number(number[9]) + 1 + step) % 10);
      expect([whatIn(`So ${number}.`), whatIn(`So ${wrong}.`).includes('an NHS number')]).toEqual([['an NHS number'], false]);
    }),
  );
});

const two = (number: number) => String(number).padStart(2, '0');

test('no reference, sum, date, section, digest or paragraph is taken for personal data', () => {
  const reference = fc.stringMatching(/^\d{2} \d{3} \d{3}[a-z]?$/);
  const sum = fc.integer({ min: 1, max: 99_999_999 }).map((pounds) => `£${pounds.toLocaleString('en-GB')}`);
  const pence = fc.integer({ min: 1, max: 9_999_999 }).map((all) => `£${(all / 100).toFixed(2)}`);
  const date = fc
    .tuple(fc.integer({ min: 1900, max: 2099 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`);
  const span = fc.tuple(date, date).map((dates) => dates.join('/'));
  const law = fc.constantFrom(
    's 117(2)',
    'reg 4(1)(a)',
    '[2013] UKSC 31',
    'SI 2007/1889',
    '1983 c. 20',
    'EWHC 2001 (Admin)',
    'HC 2023-24 1234',
  );
  const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
  const anchor = fc.stringMatching(/^p-[0-9a-f]{8}$/);
  const pages = fc.tuple(fc.nat(999), fc.nat(999)).map(([a, b]) => `pp ${a}-${b}`);
  const isbn = fc.constantFrom('978-0-19-852663-6', '0-19-852663-6', '0 19 852663 6');
  const any = fc.oneof(
    reference,
    reference.map((text) => text.replaceAll(' ', '-')),
    sum,
    pence,
    date,
    span,
    law,
    digest,
    anchor,
    pages,
    isbn,
  );
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 6 }), fc.constantFrom(', ', ' and ', '; ', '\n'), (parts, sign) => {
      expect(whatIn(`See ${parts.join(sign)}.`)).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});
