import type { Payment } from '../../schema/decision.ts';

/** What sources show of payments recommended: due is not paid, and silence is not refusal. */
export function describePaid(payments: readonly { data: Payment }[]): string {
  const paid = payments.filter(({ data }) => data.paid).length;
  if (paid === 0) return 'No source read so far confirms that a payment was made.';
  if (paid === payments.length) return 'Sources show that every payment was made.';
  return `Sources show that ${paid} of ${payments.length} were made; of the rest nothing is known.`;
}
