import type { Recommendation } from '../schema/decision.ts';
import type { Lineage, LineageStep, OwnedEntry } from './archive.ts';
import { compareDates } from './interval.ts';
import { findStanding, isRequest, listSpans } from './outstanding.ts';

type Row = OwnedEntry<Recommendation>;

/** The recommendations that this one repeats, nearest first; stops where it has been before. */
export function chainOf(row: Row, rowById: ReadonlyMap<string, Row>): { chain: Row[]; cyclic: boolean } {
  const chain = [row];
  for (let next = rowById.get(row.data.repeats ?? ''); next; next = rowById.get(next.data.repeats ?? '')) {
    if (chain.includes(next)) return { chain, cyclic: true };
    chain.push(next);
  }
  return { chain, cyclic: false };
}

/** The steps of all rows by date. What has no date, or one that is only known roughly, stays after what its own history puts before it. */
function stepsOf(rows: readonly Row[], dateOf: ReadonlyMap<string, string>): LineageStep[] {
  let after: string | undefined;
  const steps = rows.flatMap((row) => {
    let latest: string | undefined;
    return row.data.history.map((state) => {
      const date = state.date ?? (isRequest(state) ? dateOf.get(row.decision) : undefined);
      if (date && (!latest || compareDates(date, latest) > 0)) latest = date;
      latest ??= after;
      after = latest;
      return { key: latest, step: { recommendation: row.id, decision: row.decision, date, state } };
    });
  });
  return steps.toSorted((a, b) => (a.key && b.key ? compareDates(a.key, b.key) : a.key ? 1 : b.key ? -1 : 0)).map(({ step }) => step);
}

/**
 * Joins recommendations that repeat one another, from the first made to the last; each stands in one lineage.
 * `dateOf` has the date of each decision: a request that gives none was made on that day.
 */
export function buildLineages(rows: readonly Row[], dateOf: ReadonlyMap<string, string>): Lineage[] {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const chains = rows.map((row) => chainOf(row, rowById).chain).toSorted((a, b) => a.length - b.length);
  return [...Map.groupBy(chains, (chain) => chain.at(-1)?.id ?? '')].map(([id, own]) => {
    const members = own.flatMap((chain) => chain.slice(0, 1));
    const steps = stepsOf(members, dateOf);
    const spans = listSpans(id, steps, new Map(members.map((row) => [row.id, row.data.to])));
    return { id, recommendations: members.map((row) => row.id), steps, spans, standing: findStanding(spans) };
  });
}
