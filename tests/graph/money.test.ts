import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPence, type PaymentRow, totalPayments } from '../../src/graph/money.ts';
import { linkProblems, compile, evidence, link } from '../builders/content.ts';

const row = (decision: string, payer: string, payees: string[], pence: number, reading?: string): PaymentRow => ({
  decision,
  data: { id: 'a', payer, payees, pence, reason: 'Distress', evidence: [{ source: 'gazette' }], ...(reading && { reading }) },
});

const people = ['aunt', 'uncle', 'niece'];
const payers = ['borough', 'trust'];
const rows = fc.array(
  fc
    .record({
      decision: fc.constantFrom('one', 'two'),
      payer: fc.constantFrom(...payers),
      payees: fc.subarray(people, { minLength: 1 }),
      sixths: fc.integer({ min: 1, max: 10_000 }),
      reading: fc.option(fc.constantFrom('narrow', 'wide'), { nil: undefined }),
    })
    .map(({ decision, payer, payees, sixths, reading }) => row(decision, payer, payees, sixths * 6, reading)),
  { maxLength: 12 },
);

const penceOf = (list: readonly PaymentRow[], scope = {}) => totalPayments(list, scope).map(({ pence }) => pence);
const add = (lists: readonly number[][]) => lists.reduce((sums, list) => sums.map((sum, index) => sum + (list[index] ?? Number.NaN)));

test('what each payee gets adds up to the total, in every reading', () => {
  fc.assert(
    fc.property(rows, (list) => {
      expect(add(people.map((payee) => penceOf(list, { payee })))).toEqual(penceOf(list));
    }),
  );
});

test('what each payer pays adds up to the total, in every reading', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const whole = totalPayments(list);
      for (const { pence, readings } of whole) {
        const standsHere = ({ decision, data }: PaymentRow) =>
          !data.reading || readings.some((chosen) => chosen.decision === decision && chosen.reading === data.reading);
        const here = list.filter(standsHere).map(({ decision, data }) => row(decision, data.payer, data.payees, data.pence));
        expect(add(payers.map((payer) => penceOf(here, { payer })))).toEqual([pence]);
      }
      for (const payer of payers) {
        const parts = totalPayments(list, { payer });
        const named = (readings: readonly { decision: string; reading: string }[]) =>
          readings.map(({ decision, reading }) => `${decision} ${reading}`).toSorted();
        for (const part of parts)
          expect(whole.some((total) => named(part.readings).every((name) => named(total.readings).includes(name)))).toBe(true);
      }
    }),
  );
});

test('the order of the payments makes no difference to the sums', () => {
  fc.assert(
    fc.property(rows, (list) => {
      expect(penceOf(list.toReversed()).toSorted()).toEqual(penceOf(list).toSorted());
    }),
  );
});

test('the decisions add up to the total where nothing can be read two ways', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const plain = list.filter(({ data }) => !data.reading);
      expect(add(['one', 'two'].map((decision) => penceOf(plain, { decisions: [decision] })))).toEqual(penceOf(plain));
    }),
  );
});

test('both readings of a decision are shown', () => {
  const list = [
    row('one', 'borough', ['aunt'], 10_000),
    row('one', 'borough', ['aunt'], 20_000, 'each'),
    row('one', 'borough', ['aunt'], 5_000, 'together'),
  ];
  expect(totalPayments(list)).toEqual([
    { pence: 30_000, readings: [{ decision: 'one', reading: 'each' }] },
    { pence: 15_000, readings: [{ decision: 'one', reading: 'together' }] },
  ]);
});

test('two decisions with two readings each have four totals', () => {
  const list = ['one', 'two'].flatMap((decision, index) => [
    row(decision, 'borough', ['aunt'], 1000 * (index + 1), 'a'),
    row(decision, 'borough', ['aunt'], 10_000 * (index + 1), 'b'),
  ]);
  expect(penceOf(list)).toEqual([3000, 21_000, 12_000, 30_000]);
});

test('a payer who pays in one reading only pays nothing in the other', () => {
  const list = [row('one', 'borough', ['aunt'], 20_000, 'borough-pays'), row('one', 'trust', ['aunt'], 20_000, 'trust-pays')];
  expect(totalPayments(list, { payer: 'borough' })).toEqual([
    { pence: 20_000, readings: [{ decision: 'one', reading: 'borough-pays' }] },
    { pence: 0, readings: [{ decision: 'one', reading: 'trust-pays' }] },
  ]);
});

test('those who share a payment share it equally', () => {
  const list = [row('one', 'borough', ['aunt', 'uncle'], 60_000)];
  expect([penceOf(list, { payee: 'aunt' }), penceOf(list, { payee: 'niece' }), penceOf(list)]).toEqual([[30_000], [0], [60_000]]);
});

test('no payments come to nothing', () => {
  expect(totalPayments([])).toEqual([{ pence: 0, readings: [] }]);
});

test.each([
  [0, '£0'],
  [60_000, '£600'],
  [180_000, '£1,800'],
  [12_345, '£123.45'],
  [12_340, '£123.40'],
  [5, '£0.05'],
  [123_456_789, '£1,234,567.89'],
])('%i pence are printed as %s', (pence, text) => {
  expect(formatPence(pence)).toBe(text);
});

const family = () =>
  compile('family', 'fam', {
    persons: ['aunt', 'uncle'].map((id) => ({ id, role: `the ${id}`, names: [{ decision: '11-222-333', name: `Ms ${id}`, evidence }] })),
  });
const payment = { id: 'all', payer: 'borough', payees: ['fam-aunt', 'fam-uncle'], pence: 60_000, reason: 'Distress', evidence };
const problemsWith = (payments: object[], paymentReadings: object[] = []) =>
  linkProblems([family(), compile('decision', '11-222-333', { payments, paymentReadings })]);

test('a payment shared by two is accepted', () => {
  expect(link([family(), compile('decision', '11-222-333', { payments: [payment] })]).payments.map(({ id }) => id)).toEqual([
    '11-222-333/all',
  ]);
});

test.each([
  [
    'a sum that cannot be shared equally',
    [{ ...payment, pence: 60_001 }],
    [],
    '60001 pence cannot be shared equally by 2. Mend the amount or the payees.',
  ],
  ['a payee named twice', [{ ...payment, payees: ['fam-aunt', 'fam-aunt'] }], [], 'A payee is named twice. Name each once.'],
  [
    'a reading that is not declared',
    [{ ...payment, reading: 'each' }],
    [],
    'The reading "each" is not one of "paymentReadings". Add it there, or mend the name.',
  ],
  [
    'a reading without payments',
    [payment],
    [{ id: 'each', label: 'Each', text: 'Each of them.' }],
    'No payment stands in the reading "each". Add its rows, or take the reading away.',
  ],
])('%s is refused', (_what, payments, readings, message) => {
  expect(problemsWith(payments, readings).map((line) => line.replace(/^\S+ /, ''))).toEqual([message]);
});
