import { z } from 'zod';
import { code, conflictField, factFields, idOf, idsOf, integer, maybe, maybeDateFields, own, text } from './fields.ts';
import { type RowContext, toMaybeDateRow } from './row-context.ts';

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
  paid: maybe(
    z
      .strictObject({ ...maybeDateFields('When'), text: text('What is known, in our words'), ...factFields })
      .describe('That it was paid, where a source shows it; null says that no source seen does'),
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
    paid: data.paid ? { ...toMaybeDateRow(data.paid.date), text: data.paid.text, ...fact(data.paid.evidence) } : null,
    ...conflicts('payment', id),
    ...fact(data.evidence),
  }));
