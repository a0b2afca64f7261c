import type { Problem } from '../compile/problem.ts';
import type { Recommendation } from '../schema/decision.ts';
import { readEdtf } from '../schema/date.ts';
import type { Entry, Lineage, LineageStep, OwnedEntry } from './archive.ts';
import { compareDates } from './interval.ts';
import { keyOf, type Target } from './targets.ts';

type Row = OwnedEntry<Recommendation>;

/** The recommendations that this one repeats, nearest first; stops where it has been before. */
function chainOf(row: Row, rowById: ReadonlyMap<string, Row>): { chain: Row[]; cyclic: boolean } {
  const chain = [row];
  for (let next = rowById.get(row.data.repeats ?? ''); next; next = rowById.get(next.data.repeats ?? '')) {
    if (chain.includes(next)) return { chain, cyclic: true };
    chain.push(next);
  }
  return { chain, cyclic: false };
}

/** The steps of all rows by date. What has no date, or one that is only known roughly, stays after what its own history puts before it. */
function stepsOf(rows: readonly Row[]): LineageStep[] {
  let after: string | undefined;
  const steps = rows.flatMap((row) => {
    let latest: string | undefined;
    return row.data.history.map((state) => {
      if (state.date && (!latest || compareDates(state.date, latest) > 0)) latest = state.date;
      latest ??= after;
      after = latest;
      return { key: latest, step: { recommendation: row.id, decision: row.decision, state } };
    });
  });
  return steps.toSorted((a, b) => (a.key && b.key ? compareDates(a.key, b.key) : a.key ? 1 : b.key ? -1 : 0)).map(({ step }) => step);
}

/** Joins recommendations that repeat one another, from the first made to the last; each stands in one lineage. */
export function buildLineages(rows: readonly Row[]): Lineage[] {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const chains = rows.map((row) => chainOf(row, rowById).chain).toSorted((a, b) => a.length - b.length);
  return [...Map.groupBy(chains, (chain) => chain.at(-1)?.id ?? '')].map(([id, own]) => {
    const members = own.flatMap((chain) => chain.slice(0, 1));
    return { id, recommendations: members.map((row) => row.id), steps: stepsOf(members) };
  });
}

/** Whether one date is before another on every reading of the two: a month is not before a day in it. */
function isSurelyBefore(a: string, b: string): boolean {
  const [end, start] = [readEdtf(a).end, readEdtf(b).start];
  return end !== null && start !== null && end.last < start.first;
}

/** The laws of a lineage: no loops, nothing before its cause, and no breach that a later finding does not show. */
export function checkLineages(
  rows: readonly Row[],
  decisions: readonly Entry<'decision'>[],
  targets: ReadonlyMap<string, Target>,
): Problem[] {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const dateOf = new Map(decisions.map((decision) => [decision.id, decision.data.date]));
  const isLater = (later: string, earlier: string) => compareDates(dateOf.get(later) ?? '', dateOf.get(earlier) ?? '') > 0;
  const problems: Problem[] = [];

  for (const row of rows) {
    const { file = '', line = 1, column = 1 } = targets.get(keyOf('recommendation', row.id)) ?? {};
    const report = (message: string) => problems.push({ file, line, column, kind: 'broken-lineage', message });
    const { repeats, history, foundNotCarriedOutBy } = row.data;
    const earlier = repeats === undefined ? undefined : rowById.get(repeats);
    if (chainOf(row, rowById).cyclic) report(`"${row.id}" repeats itself in a circle. Take one "repeats" away`);
    else if (earlier && !isLater(row.decision, earlier.decision))
      report(`"${row.id}" repeats "${earlier.id}", which is not earlier. Name one of an earlier decision`);
    for (const finding of foundNotCarriedOutBy) {
      const owner = finding.split('/')[0] ?? '';
      if (dateOf.has(owner) && !isLater(owner, row.decision))
        report(`The finding "${finding}" is not of a later decision. A breach can only be found afterwards`);
    }
    for (const [index, state] of history.entries()) {
      const before = history.slice(0, index).findLast(({ date }) => date)?.date;
      if (before && state.date && isSurelyBefore(state.date, before))
        report(`The state "${state.state}" of ${state.date} stands after that of ${before}. Put the history in order`);
      if (state.state === 'not-done' && !state.finding && !state.admittedBy)
        report('"not-done" needs a finding or an admission. Give "finding" or "admittedBy", or write "unknown"');
    }
    if (!['recommended', 'agreed'].includes(history[0]?.state ?? ''))
      report('The history begins before anything was recommended. Begin it with "recommended" or "agreed"');
  }
  return problems;
}
