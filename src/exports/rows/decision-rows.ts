import { z } from 'zod';
import { type PaymentRow, type Total, totalPayments } from '../../graph/money.ts';
import { outcomes } from '../../schema/decision.ts';
import { code, conflictField, dateFields, factFields, flag, idOf, integer, lawRow, maybe, own, proseField, text } from './fields.ts';
import { type RowContext, toDateRow } from './row-context.ts';

export const decisionRow = z.strictObject({
  ...own('decision'),
  ref: text('The reference as printed, without a letter'),
  title: text('What the decision is, in a few words'),
  family: maybe(idOf('family', 'The set of decisions about the same people')),
  ...dateFields('The date of the decision'),
  dateNote: maybe(text('What a reader should know about the date')),
  decidedBy: idOf('body', 'Who decided'),
  form: code(['decision-statement', 'public-report'], 'The form in which it was published'),
  read: code(['whole', 'part'], 'How much of the official text was read; what stands in an unread part is not known'),
  readNote: text('Which part was read'),
  summary: text('What happened, what was found and what was asked, in our words'),
  complaint: z
    .array(z.strictObject({ text: text('One point of the complaint, in our words'), ...factFields }))
    .describe('What was complained of; the complainant’s case, not a finding'),
  readings: z
    .array(
      z.strictObject({
        id: text('The id that payments name'),
        label: text('A few words that stand after an amount'),
        text: text('What the reading is'),
      }),
    )
    .describe('The ways in which the source on payments can be read; empty where there is one'),
  paymentsNote: maybe(text('What a reader should know about the payments')),
  totals: z
    .array(
      z.strictObject({
        reading: maybe(text('The reading in which the total stands')),
        pence: integer('All payments recommended, in pence'),
      }),
    )
    .describe('Computed from the payments, one total a reading; empty where no payment is known'),
  law: z.array(lawRow).describe('Law and guidance that bears on it'),
  related: z.array(lawRow).describe('Other published decisions like it'),
  ...proseField,
  ...conflictField,
  ...factFields,
});

/** The totals of one decision; none where no payment is known, which is not to say that there was none. */
const toTotals = (payments: readonly PaymentRow[]): z.infer<typeof decisionRow>['totals'] =>
  payments.length === 0 ? [] : listTotals(totalPayments(payments));

function listTotals({ certain, readings: [own] }: Total): z.infer<typeof decisionRow>['totals'] {
  return own ? own.options.map(({ reading, pence }) => ({ reading, pence: certain + pence })) : [{ reading: null, pence: certain }];
}

export function listDecisionRows({ archive, own: ownOf, fact, conflicts, prose }: RowContext): z.infer<typeof decisionRow>[] {
  const toLaw = ({ source, at, why }: { source: string; at?: string | undefined; why: string }) => ({ source, at: at ?? null, why });
  const paymentsByDecision = Map.groupBy(archive.payments, ({ decision }) => decision);
  return archive.decisions.map(({ id, data, segments }) => ({
    ...ownOf('decision', id),
    ref: data.ref,
    title: data.title,
    family: data.family ?? null,
    ...toDateRow(data.date),
    dateNote: data.dateNote ?? null,
    decidedBy: data.decidedBy,
    form: data.form,
    read: data.read,
    readNote: data.readNote,
    summary: data.summary,
    complaint: data.complaint.map((point) => ({ text: point.text, ...fact(point.evidence) })),
    readings: data.paymentReadings,
    paymentsNote: data.paymentsNote ?? null,
    totals: toTotals(paymentsByDecision.get(id) ?? []),
    law: data.law.map(toLaw),
    related: data.related.map(toLaw),
    ...prose(segments, id),
    ...conflicts('decision', id),
    ...fact(data.dateEvidence),
  }));
}

export const statementRow = z.strictObject({
  ...own('statement: its decision, and the body whose it is'),
  decision: idOf('decision', 'The decision'),
  body: idOf('body', 'The body whose statement it is'),
  bodyInferred: flag('True where no page was seen that names the body'),
  ref: maybe(text('The reference of the page, with its letter; the letter does not identify a body')),
  refInferred: flag('True where the letter was inferred and no page was seen'),
  outcome: code(outcomes, 'The outcome that the page prints for this body'),
  outcomeNote: maybe(text('Why the outcome is unknown, or what the page has instead')),
  category: maybe(text('The category as printed')),
  source: maybe(idOf('source', 'The page, where it was seen')),
  tier: factFields.tier.describe('How good the evidence is: derived where no page was seen'),
});

/** A body has one statement under a decision; should it have more, the later ones are numbered. */
function toStatementId(decision: string, bodies: readonly string[], index: number): string {
  const earlier = bodies.slice(0, index).filter((body) => body === bodies[index]).length;
  return `${decision}/${bodies[index]}${earlier > 0 ? `-${earlier + 1}` : ''}`;
}

export const listStatementRows = ({ archive, own: ownOf, fact }: RowContext): z.infer<typeof statementRow>[] =>
  archive.decisions.flatMap(({ id, data }) =>
    data.statements.map((statement, index) => ({
      ...ownOf('decision', id),
      id: toStatementId(
        id,
        data.statements.map(({ body }) => body),
        index,
      ),
      decision: id,
      body: statement.body,
      bodyInferred: statement.bodyInferred,
      ref: statement.ref ?? null,
      refInferred: statement.refInferred,
      outcome: statement.outcome,
      outcomeNote: statement.outcomeNote ?? null,
      category: statement.category ?? null,
      source: statement.source ?? null,
      tier: fact(statement.source === undefined ? [] : [{ source: statement.source }]).tier,
    })),
  );
