import type { Problem } from '../compile/problem.ts';
import { readEdtf } from '../schema/date.ts';
import type { Recommendation } from '../schema/decision.ts';
import type { Entry, OwnedEntry } from './archive.ts';
import { compareDates } from './interval.ts';
import { chainOf } from './lineage.ts';
import { isRequest } from './outstanding.ts';
import { keyOf, type Target } from './targets.ts';

type Row = OwnedEntry<Recommendation>;
type State = Recommendation['history'][number];

/** Whether one date is before another on every reading of the two: a month is not before a day in it. */
function isSurelyBefore(a: string, b: string): boolean {
  const [end, start] = [readEdtf(a).end, readEdtf(b).start];
  return end !== null && start !== null && end.last < start.first;
}

/** What is known of the decisions and findings that states refer to. */
interface Known {
  dateOf: ReadonlyMap<string, string>;
  aboutBy: ReadonlyMap<string, readonly string[]>;
}

const ownerOf = (finding: string) => finding.split('/')[0] ?? '';

/** What is wrong with one state by itself, in words. */
function listStateFaults(
  row: Row,
  { state, date, bodies = row.data.to, finding, admittedBy }: State,
  { dateOf, aboutBy }: Known,
): string[] {
  const about = finding === undefined ? undefined : aboutBy.get(finding);
  const others = state === 'not-done' && about && !admittedBy ? bodies.filter((body) => !about.includes(body)) : [];
  const found = finding === undefined ? undefined : dateOf.get(ownerOf(finding));
  return [
    ...(state === 'not-done' && !finding && !admittedBy
      ? ['"not-done" needs a finding or an admission. Give "finding" or "admittedBy", or write "unknown"']
      : []),
    ...(admittedBy && !row.data.to.includes(admittedBy)
      ? [`"${admittedBy}" was not asked to do it, and so cannot admit that it was not done. Name one of "to"`]
      : []),
    ...(others.length > 0
      ? [
          `The finding "${finding}" is not about "${others.join('", "')}", of which it is said to show "not-done". Name in "bodies" those it is about`,
        ]
      : []),
    ...(found && date && isSurelyBefore(found, date)
      ? [`The finding "${finding}" of ${found} cannot show how it stood in ${date}. Mend the date, or name what shows it`]
      : []),
  ];
}

/** The laws of a lineage: no loops, nothing before its cause, and no breach that a later finding does not show. */
export function checkLineages(
  rows: readonly Row[],
  decisions: readonly Entry<'decision'>[],
  targets: ReadonlyMap<string, Target>,
): Problem[] {
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const dateOf = new Map(decisions.map((decision) => [decision.id, decision.data.date]));
  const aboutBy = new Map(
    decisions.flatMap(({ id, data }) => data.findings.map((finding) => [`${id}/${finding.id}`, finding.bodies] as const)),
  );
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

    const named = history.flatMap(({ state, finding }) => (finding && state === 'not-done' ? [finding] : []));
    for (const finding of new Set([...foundNotCarriedOutBy, ...history.flatMap((state) => state.finding ?? [])])) {
      if (dateOf.has(ownerOf(finding)) && !isLater(ownerOf(finding), row.decision))
        report(`The finding "${finding}" is not of a later decision. A breach can only be found afterwards`);
    }
    for (const finding of new Set(foundNotCarriedOutBy).difference(new Set(named)))
      report(`"foundNotCarriedOutBy" names "${finding}", and no state does. Add a "not-done" with that finding, or take it away`);
    for (const finding of new Set(named).difference(new Set(foundNotCarriedOutBy)))
      report(`A state is "not-done" by "${finding}", which "foundNotCarriedOutBy" does not name. Add it there`);

    for (const [index, state] of history.entries()) {
      const before = history.slice(0, index).findLast(({ date }) => date)?.date;
      if (before && state.date && isSurelyBefore(state.date, before))
        report(`The state "${state.state}" of ${state.date} stands after that of ${before}. Put the history in order`);
      for (const fault of listStateFaults(row, state, { dateOf, aboutBy })) report(fault);
    }
    if (!history[0] || !isRequest(history[0]))
      report('The history begins before anything was recommended. Begin it with "recommended" or "agreed"');
  }
  return problems;
}
