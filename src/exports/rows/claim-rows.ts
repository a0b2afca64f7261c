import { z } from 'zod';
import type { ClaimResult } from '../../graph/archive.ts';
import { listAmounts, type Total } from '../../graph/money.ts';
import type { Claim } from '../../schema/claim.ts';
import { code, conflictField, factFields, flag, idOf, idsOf, integer, maybe, own, proseField, text } from './fields.ts';
import type { RowContext } from './row-context.ts';

export const claimRow = z.strictObject({
  ...own('claim'),
  title: text('What is claimed'),
  saysPence: maybe(integer('The sum claimed, in pence')),
  saysFewerDaysThan: maybe(integer('The number of days that the claim stays below')),
  quote: maybe(idOf('quote', 'The claim in its own words')),
  tests: z
    .array(
      z.strictObject({
        label: text('What is computed'),
        of: code(['payments', 'days'], 'From what'),
        decisions: idsOf('decision', 'Payments of these decisions; of all where empty'),
        payer: maybe(idOf('body', 'Payments by this body')),
        payee: maybe(idOf('person', 'Payments to this person')),
        reading: maybe(text('Only in this reading of the source, as decision/reading')),
        from: maybe(idOf('event', 'Days from this event')),
        to: maybe(idOf('event', 'Days to this event')),
        pence: z
          .array(z.int())
          .describe('The sum computed, in pence: one a reading, or the least and the most where several decisions can be read in two ways'),
        daysAtLeast: maybe(integer('The days computed, at least')),
        daysAtMost: maybe(integer('The days computed, at most')),
        fits: flag('Whether the claim fits what is computed'),
      }),
    )
    .describe('The claim recomputed from the record'),
  view: text('What we take from it'),
  ...proseField,
  ...conflictField,
  ...factFields,
});

function toPence(total: Total): number[] {
  const amounts = listAmounts(total);
  if (amounts.kind === 'one') return [amounts.pence];
  return amounts.kind === 'bounds' ? [amounts.least, amounts.most] : amounts.amounts.map(({ pence }) => pence);
}

function toTest(test: Claim['tests'][number], result: ClaimResult | undefined): z.infer<typeof claimRow>['tests'][number] {
  const { sum, days } = test;
  return {
    label: test.label,
    of: sum ? 'payments' : 'days',
    decisions: sum?.decisions ?? [],
    payer: sum?.payer ?? null,
    payee: sum?.payee ?? null,
    reading: sum?.reading ? `${sum.reading.decision}/${sum.reading.id}` : null,
    from: days?.from ?? null,
    to: days?.to ?? null,
    pence: result?.total ? toPence(result.total) : [],
    daysAtLeast: result?.days?.fewest ?? null,
    daysAtMost: result?.days?.most ?? null,
    fits: result?.fits ?? false,
  };
}

export const listClaimRows = ({ archive, own: ownOf, fact, conflicts, prose }: RowContext): z.infer<typeof claimRow>[] =>
  archive.claims.map(({ id, data, segments }) => ({
    ...ownOf('claim', id),
    title: data.title,
    saysPence: 'pence' in data.says ? data.says.pence : null,
    saysFewerDaysThan: 'fewerDaysThan' in data.says ? data.says.fewerDaysThan : null,
    quote: data.quote ?? null,
    tests: data.tests.map((test, index) => toTest(test, archive.claimResults.get(id)?.[index])),
    view: data.view,
    ...prose(segments),
    ...conflicts('claim', id),
    ...fact([{ source: data.source, at: data.at }]),
  }));
