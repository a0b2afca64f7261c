import type { Problem, ProblemKind } from '../compile/problem.ts';
import type { TargetKind } from '../schema/reference.ts';
import type { Entry } from './archive.ts';
import { keyOf, type Target } from './targets.ts';

type Report = (kind: ProblemKind, target: TargetKind, id: string, message: string) => void;

function checkName({ id, data }: Entry<'decision'>, report: Report): void {
  const expected = data.ref.replaceAll(' ', '-');
  if (id !== expected)
    report('name-mismatch', 'decision', id, `The file is named "${id}" and holds ${data.ref}. Rename it ${expected}.mdx, or mend "ref"`);
}

function checkPayments({ id, data }: Entry<'decision'>, report: Report): void {
  const readings = data.paymentReadings.map((reading) => reading.id);
  for (const payment of data.payments) {
    const whole = `${id}/${payment.id}`;
    if (new Set(payment.payees).size < payment.payees.length)
      report('payment-arithmetic', 'payment', whole, 'A payee is named twice. Name each once');
    if (payment.pence % payment.payees.length !== 0)
      report(
        'payment-arithmetic',
        'payment',
        whole,
        `${payment.pence} pence cannot be shared equally by ${payment.payees.length}. Mend the amount or the payees`,
      );
    if (payment.reading && !readings.includes(payment.reading))
      report(
        'payment-arithmetic',
        'payment',
        whole,
        `The reading "${payment.reading}" is not one of "paymentReadings". Add it there, or mend the name`,
      );
  }
  for (const reading of readings) {
    if (!data.payments.some((payment) => payment.reading === reading))
      report('payment-arithmetic', 'decision', id, `No payment stands in the reading "${reading}". Add its rows, or take the reading away`);
  }
}

/** What must hold inside one decision and no schema can say. */
export function checkDecisions(decisions: readonly Entry<'decision'>[], targets: ReadonlyMap<string, Target>): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (kind, target, id, message) => {
    const { file = '', line = 1, column = 1 } = targets.get(keyOf(target, id)) ?? {};
    problems.push({ file, line, column, kind, message });
  };
  for (const decision of decisions) {
    checkName(decision, report);
    checkPayments(decision, report);
  }
  return problems;
}
