import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPence, formatTotal, listAmounts, type PaymentRow, type Scope, type Total, totalPayments } from '../../src/graph/money.ts';
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

/** The sum where every decision is read as `choose` says. */
function totalIn(list: readonly PaymentRow[], scope: Scope, choose: (decision: string) => string): number {
  const { certain, readings } = totalPayments(list, scope);
  return readings.reduce(
    (sum, { decision, options }) => sum + (options.find(({ reading }) => reading === choose(decision))?.pence ?? 0),
    certain,
  );
}

const sumOf = (list: readonly PaymentRow[]) => list.reduce((sum, { data }) => sum + data.pence, 0);
const choices = fc.record({ one: fc.constantFrom('narrow', 'wide'), two: fc.constantFrom('narrow', 'wide') });
const standsIn = (chosen: Record<string, string>) => (item: PaymentRow) =>
  !item.data.reading || chosen[item.decision] === item.data.reading;

test('a total is the sum of the rows that stand in its readings', () => {
  fc.assert(
    fc.property(rows, choices, (list, chosen: Record<string, string>) => {
      expect(totalIn(list, {}, (decision) => chosen[decision] ?? '')).toBe(sumOf(list.filter(standsIn(chosen))));
    }),
  );
});

test.each([
  ['payees', people.map((payee) => ({ payee }))],
  ['payers', payers.map((payer) => ({ payer }))],
  ['decisions', ['one', 'two'].map((decision) => ({ decisions: [decision] }))],
  ['payers and payees', payers.flatMap((payer) => people.map((payee) => ({ payer, payee })))],
])('the totals of the %s add up to the whole, in every reading', (_what, scopes: readonly Scope[]) => {
  fc.assert(
    fc.property(rows, choices, (list, chosen: Record<string, string>) => {
      const choose = (decision: string) => chosen[decision] ?? '';
      expect(scopes.reduce((sum, scope) => sum + totalIn(list, scope, choose), 0)).toBe(totalIn(list, {}, choose));
    }),
  );
});

test('the order of the payments makes no difference', () => {
  const sorted = ({ certain, readings, least, most }: Total) => ({
    certain,
    least,
    most,
    readings: readings
      .map(({ decision, options }) => `${decision} ${JSON.stringify(options.toSorted((a, b) => (a.reading < b.reading ? -1 : 1)))}`)
      .toSorted(),
  });
  fc.assert(
    fc.property(rows, fc.integer(), (list, seed) => {
      const shuffled = list.toSorted((a, b) => ((a.data.pence * 31 + seed) % 17) - ((b.data.pence * 31 + seed) % 17));
      expect(sorted(totalPayments(shuffled))).toEqual(sorted(totalPayments(list)));
    }),
  );
});

test('every reading lies between the least and the most, and both are reached', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const { least, most } = totalPayments(list);
      const all = ['narrow', 'wide'].flatMap((one) => ['narrow', 'wide'].map((two) => ({ one, two })));
      const has = (decision: string, reading: string) => list.some((item) => item.decision === decision && item.data.reading === reading);
      const real = all.filter((chosen) =>
        (['one', 'two'] as const).every(
          (decision) => has(decision, chosen[decision]) || !(has(decision, 'narrow') || has(decision, 'wide')),
        ),
      );
      const sums = real.map((chosen: Record<string, string>) => sumOf(list.filter(standsIn(chosen))));
      expect([Math.min(...sums), Math.max(...sums)]).toEqual([least, most]);
    }),
  );
});

test('a thousand decisions in doubt are a thousand pairs of readings, and two bounds', () => {
  const list = Array.from({ length: 1000 }, (_, index) => [
    row(`d${index}`, 'borough', ['aunt'], 100, 'narrow'),
    row(`d${index}`, 'borough', ['aunt'], 300, 'wide'),
  ]).flat();
  const total = totalPayments(list);
  expect([total.readings.length, total.least, total.most]).toEqual([1000, 100_000, 300_000]);
  expect(formatTotal(total, String)).toBe('between £1,000 and £3,000, according to how 1000 decisions are read');
});

test('both readings of a decision are shown, with what is certain in each', () => {
  const list = [
    row('one', 'borough', ['aunt'], 10_000),
    row('one', 'borough', ['aunt'], 20_000, 'each'),
    row('one', 'borough', ['aunt'], 5_000, 'together'),
  ];
  expect(formatTotal(totalPayments(list), (decision, reading) => `${decision}: ${reading}`)).toBe(
    '£300 (one: each) or £150 (one: together)',
  );
});

test('two decisions with two readings each are printed by their bounds', () => {
  const list = ['one', 'two'].flatMap((decision, index) => [
    row(decision, 'borough', ['aunt'], 1000 * (index + 1), 'a'),
    row(decision, 'borough', ['aunt'], 10_000 * (index + 1), 'b'),
  ]);
  expect(listAmounts(totalPayments(list))).toEqual({ kind: 'bounds', least: 3000, most: 30_000, decisions: ['one', 'two'] });
});

test('readings that come to the same are one amount', () => {
  const list = [row('one', 'borough', ['aunt'], 5000, 'a'), row('one', 'trust', ['aunt'], 5000, 'b')];
  expect(listAmounts(totalPayments(list))).toEqual({ kind: 'one', pence: 5000 });
});

test('a payer who pays in one reading only pays nothing in the other', () => {
  const list = [row('one', 'borough', ['aunt'], 20_000, 'borough-pays'), row('one', 'trust', ['aunt'], 20_000, 'trust-pays')];
  expect(totalPayments(list, { payer: 'borough' }).readings).toEqual([
    {
      decision: 'one',
      options: [
        { reading: 'borough-pays', pence: 20_000 },
        { reading: 'trust-pays', pence: 0 },
      ],
    },
  ]);
});

test('those who share a payment share it equally', () => {
  const list = [row('one', 'borough', ['aunt', 'uncle'], 60_000)];
  expect([{ payee: 'aunt' }, { payee: 'niece' }, {}].map((scope) => totalPayments(list, scope).most)).toEqual([30_000, 0, 60_000]);
});

test('no payments come to nothing', () => {
  expect(totalPayments([])).toEqual({ certain: 0, readings: [], least: 0, most: 0 });
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
