import type { Problem } from '../compile/problem.ts';
import type { ClaimResult, Entry } from './archive.ts';
import { measureInterval } from './interval.ts';
import { type PaymentRow, type Total, totalPayments } from './money.ts';
import { keyOf, type Target } from './targets.ts';

type Claim = Entry<'claim'>['data'];
type Test = Claim['tests'][number];
type Sum = NonNullable<Test['sum']>;

/** The sum of a test; undefined where it asks for a reading in which no payment of the decision stands. */
function computeSum({ reading, ...scope }: Sum, payments: readonly PaymentRow[]): Total | undefined {
  if (!reading) return totalPayments(payments, scope);
  const isChosen = ({ decision, data }: PaymentRow) => decision === reading.decision && data.reading === reading.id;
  const isOther = ({ decision, data }: PaymentRow) => decision === reading.decision && data.reading && data.reading !== reading.id;
  return payments.some(isChosen)
    ? totalPayments(
        payments.filter((row) => !isOther(row)),
        scope,
      )
    : undefined;
}

/** Works one test of a claim: the figure computed from the record, and whether the claim fits it. */
function testClaim(says: Claim['says'], test: Test, payments: readonly PaymentRow[], dateOf: ReadonlyMap<string, string>): ClaimResult {
  if (test.sum) {
    const total = computeSum(test.sum, payments);
    const fits = total !== undefined && 'pence' in says && total.least === says.pence && total.most === says.pence;
    return { label: test.label, ...(total && { total }), fits };
  }
  const { from = '', to = '' } = test.days ?? {};
  const days = measureInterval(dateOf.get(from) ?? '', dateOf.get(to) ?? '');
  return { label: test.label, days, fits: 'fewerDaysThan' in says && days.most !== null && days.most < says.fewerDaysThan };
}

/** Tests every claim, and reports where the editor expected another result than the record gives. */
export function testClaims(
  claims: readonly Entry<'claim'>[],
  payments: readonly PaymentRow[],
  events: readonly Entry<'event'>[],
  targets: ReadonlyMap<string, Target>,
): { results: Map<string, ClaimResult[]>; problems: Problem[] } {
  const dateOf = new Map(events.map(({ id, data }) => [id, data.date]));
  const problems: Problem[] = [];
  const results = claims.map(({ id, data }): [string, ClaimResult[]] => {
    const own = data.tests.map((test) => testClaim(data.says, test, payments, dateOf));
    for (const [index, result] of own.entries()) {
      if (result.fits === data.tests[index]?.fits) continue;
      const { file = '', line = 1, column = 1 } = targets.get(keyOf('claim', id)) ?? {};
      const message = `"${result.label}" ${result.fits ? 'fits the claim' : 'does not fit the claim'}, against what the record says here. Mend "fits", or the rows it is computed from`;
      problems.push({ file, line, column, kind: 'claim-arithmetic', message });
    }
    return [id, own];
  });
  return { results: new Map(results), problems };
}
