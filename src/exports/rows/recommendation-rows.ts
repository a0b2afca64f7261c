import { z } from 'zod';
import type { Lineage } from '../../graph/archive.ts';
import { type Recommendation, recommendationStates } from '../../schema/decision.ts';
import { code, conflictField, factFields, flag, idOf, idsOf, integer, maybe, maybeDateFields, own, text } from './fields.ts';
import { type RowContext, toMaybeDateRow } from './row-context.ts';

const dueRow = z.strictObject({
  ...maybeDateFields('The day by which it was to be done'),
  text: text('The deadline in words'),
  ...factFields,
});

export const recommendationRow = z.strictObject({
  ...own('recommendation'),
  decision: idOf('decision', 'The decision that made it'),
  action: text('What was to be done, in our words'),
  to: idsOf('body', 'Who was to do it'),
  toNote: maybe(text('Where the source does not say which body')),
  due: maybe(dueRow.describe('By when; null where no deadline is in what was read')),
  repeats: maybe(idOf('recommendation', 'The earlier recommendation that this one makes again')),
  foundNotCarriedOutBy: idsOf('finding', 'Findings of later decisions that it was not carried out'),
  history: z
    .array(
      z.strictObject({
        state: code(recommendationStates, 'The state; unknown is no failure, it says that no source shows what followed'),
        ...maybeDateFields('When'),
        bodies: idsOf('body', 'Only where the state is not that of every body addressed'),
        finding: maybe(idOf('finding', 'The finding that says so')),
        admittedBy: maybe(idOf('body', 'The body that says so of itself')),
        text: text('What is known, in our words'),
        ...factFields,
      }),
    )
    .describe('Its states in order, each with its evidence'),
  lineage: idOf('recommendation', 'The first recommendation of the line to which it belongs, across decisions'),
  standing: code(recommendationStates, 'Where that line stands by its last evidence; computed'),
  standingSince: maybe(text('Since when, in EDTF')),
  daysOutstandingAtLeast: maybe(
    integer('Days from the first recommendation of the line to its end, or to the last day on which it was known to be open; computed'),
  ),
  daysOutstandingAtMost: maybe(integer('The same at the most; null where no end is known')),
  unknownAfter: flag('True where nobody knows what followed the last dated evidence'),
  quotes: idsOf('quote', 'Its words'),
  themes: idsOf('theme', 'The matters it bears on'),
  ...conflictField,
  ...factFields,
});
type Row = z.infer<typeof recommendationRow>;

const toHistory = (history: Recommendation['history'], fact: RowContext['fact']): Row['history'] =>
  history.map(({ state, date, bodies, finding, admittedBy, text: known, evidence }) => ({
    state,
    ...toMaybeDateRow(date),
    bodies: bodies ?? [],
    finding: finding ?? null,
    admittedBy: admittedBy ?? null,
    text: known,
    ...fact(evidence),
  }));

function toStanding(lineage: Lineage) {
  const { state, since, outstanding, unknownAfter } = lineage.standing;
  return {
    lineage: lineage.id,
    standing: state,
    standingSince: since ?? null,
    daysOutstandingAtLeast: outstanding?.fewest ?? null,
    daysOutstandingAtMost: outstanding?.most ?? null,
    unknownAfter,
  };
}

export function listRecommendationRows({ archive, own: ownOf, fact, conflicts }: RowContext): Row[] {
  const standings = new Map(archive.lineages.flatMap((lineage) => lineage.recommendations.map((id) => [id, toStanding(lineage)] as const)));
  return archive.recommendations.map(({ id, decision, data }) => {
    const standing = standings.get(id);
    if (!standing) throw new Error(`The recommendation "${id}" stands in no lineage`);
    return {
      ...ownOf('recommendation', id),
      decision,
      action: data.action,
      to: data.to,
      toNote: data.toNote ?? null,
      due: data.due ? { ...toMaybeDateRow(data.due.date), text: data.due.text, ...fact(data.due.evidence) } : null,
      repeats: data.repeats ?? null,
      foundNotCarriedOutBy: data.foundNotCarriedOutBy,
      history: toHistory(data.history, fact),
      ...standing,
      quotes: data.quotes,
      themes: data.themes,
      ...conflicts('recommendation', id),
      ...fact(data.evidence),
    };
  });
}
