import { expect, test } from 'vitest';
import { compile, evidence, link, linkProblems } from '../builders/content.ts';

const family = () => compile('family', 'fam');
const pay = (id: string, pence: number, more = {}) => ({
  id,
  payer: 'borough',
  payees: ['fam-aunt'],
  pence,
  reason: 'Distress',
  evidence,
  ...more,
});
const decide = (payments: object[], paymentReadings: object[] = []) => compile('decision', '11-222-333', { payments, paymentReadings });
const claim = (says: object, test: object) => compile('claim', 'a-sum', { says, tests: [{ label: 'The test', ...test }] });
const events = () => [
  compile('event', 'start', { date: '2022-05-03' }),
  compile('event', 'end', { date: '2024-08-31' }),
  compile('event', 'month', { date: '2024-04' }),
];
const fitsOf = (...args: Parameters<typeof link>) =>
  link(...args)
    .claimResults.get('a-sum')
    ?.map(({ fits }) => fits);
const misfit = (words: string) => [
  `content/claims/a-sum.mdx:2:1 "The test" ${words}, against what the record says here. Mend "fits", or the rows it is computed from.`,
];

test('a sum that the record gives too fits', () => {
  expect(fitsOf([family(), decide([pay('a', 10_000), pay('b', 20_000)]), claim({ pence: 30_000 }, { sum: {}, fits: true })])).toEqual([
    true,
  ]);
});

test.each([
  ['a sum that is too high', { pence: 30_001 }, true, 'does not fit the claim'],
  ['a sum that was thought wrong and is right', { pence: 30_000 }, false, 'fits the claim'],
])('%s is told', (_what, says, fits, words) => {
  expect(linkProblems([family(), decide([pay('a', 10_000), pay('b', 20_000)]), claim(says, { sum: {}, fits })])).toEqual(misfit(words));
});

const readings = [
  { id: 'each', label: 'Each', text: 'Each of them.' },
  { id: 'both', label: 'Both', text: 'Both together.' },
];
const twoWays = () => decide([pay('a', 30_000, { reading: 'each' }), pay('b', 15_000, { reading: 'both' })], readings);

test('a claim that holds in one of two readings does not fit', () => {
  expect(fitsOf([family(), twoWays(), claim({ pence: 30_000 }, { sum: {}, fits: false })])).toEqual([false]);
});

test('a claim tested in one reading fits in that reading', () => {
  expect(
    fitsOf([family(), twoWays(), claim({ pence: 30_000 }, { sum: { reading: { decision: '11-222-333', id: 'each' } }, fits: true })]),
  ).toEqual([true]);
});

test('a claim tested in a reading that is not there does not fit', () => {
  expect(
    fitsOf([family(), twoWays(), claim({ pence: 1 }, { sum: { reading: { decision: '11-222-333', id: 'none' } }, fits: false })]),
  ).toEqual([false]);
});

test.each([
  [852, 'end', true],
  [851, 'end', false],
  [850, 'end', false],
  [729, 'month', true],
  [728, 'month', false],
  [710, 'month', false],
])('"fewer than %i days" to the event "%s" fits: %j', (fewerDaysThan, to, fits) => {
  expect(fitsOf([...events(), claim({ fewerDaysThan }, { days: { from: 'start', to }, fits })])).toEqual([fits]);
});

test('a claim of days over an end that is not known does not fit', () => {
  expect(
    fitsOf([
      ...events(),
      compile('event', 'open', { date: '2022-06/..' }),
      claim({ fewerDaysThan: 9999 }, { days: { from: 'start', to: 'open' }, fits: false }),
    ]),
  ).toEqual([false]);
});
