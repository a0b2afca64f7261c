import { z } from 'zod';
import { code, conflictField, factFields, idOf, idsOf, integer, maybe, own, text } from './fields.ts';
import type { RowContext } from './row-context.ts';

export const paymentRow = z.strictObject({
  ...own('payment'),
  decision: idOf('decision', 'The decision that recommended it'),
  payer: idOf('body', 'Who was to pay'),
  payees: idsOf('person', 'Who was to be paid; those who share a payment share it equally'),
  pence: integer('The amount recommended, in pence. Recommended is not paid'),
  currency: code(['GBP'], 'The currency'),
  reason: text('What it was for'),
  reading: maybe(
    text('The reading of the source in which this row stands. Rows of different readings exclude one another: never add them together'),
  ),
  ...conflictField,
  ...factFields,
});

export const listPaymentRows = ({ archive, own: ownOf, fact, conflicts }: RowContext): z.infer<typeof paymentRow>[] =>
  archive.payments.map(({ id, decision, data }) => ({
    ...ownOf('payment', id),
    decision,
    payer: data.payer,
    payees: data.payees,
    pence: data.pence,
    currency: 'GBP',
    reason: data.reason,
    reading: data.reading ?? null,
    ...conflicts('payment', id),
    ...fact(data.evidence),
  }));
