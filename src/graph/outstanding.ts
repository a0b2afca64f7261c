import type { RecommendationState } from '../schema/decision.ts';
import type { Archive, Lineage, LineageStep } from './archive.ts';
import { compareDates, type Interval, measureInterval } from './interval.ts';

/** A time for which something recommended stood open, as far as the record shows. */
export interface OutstandingSpan {
  lineage: string;
  /** Each time it was recommended, first to last. */
  made: { recommendation: string; decision: string; date: string }[];
  from: string;
  /** The last dated state before the end: up to here it is known to have been open. */
  known: { date: string; state: RecommendationState };
  /** The last finding or admission in this time that it was not done. */
  foundNotDone: { date: string | undefined } | undefined;
  /** What ended it; undefined where that is not known. The date is left out where it is not known either. */
  ended: { state: RecommendationState; date: string | undefined } | undefined;
  /** The days for which it is known to have been open, where at least one is certain. */
  open: Interval | undefined;
}

type Scope = Pick<Archive, 'lineages' | 'recommendations' | 'decisions'>;
type Step = LineageStep & { date: string | undefined };
interface Part {
  steps: Step[];
  end: Step | undefined;
}

const isRequest = ({ state }: LineageStep) => state.state === 'recommended' || state.state === 'agreed';
const isDone = ({ state }: LineageStep) => state.state === 'done' || state.state === 'done-late';
const byDate = (a: Step, b: Step) => (a.date && b.date ? compareDates(a.date, b.date) : Number(!a.date) - Number(!b.date));

/** Cuts a lineage after each step that ends it: what some of the bodies did ends it only once all of them have. */
function cutAtEnds(steps: readonly Step[], addressedBy: ReadonlyMap<string, readonly string[]>): Part[] {
  const parts: Part[] = [];
  let part: Step[] = [];
  let done = new Set<string>();
  for (const step of steps) {
    if (part.length === 0 && !isRequest(step)) continue;
    part.push(step);
    if (!isDone(step)) continue;
    for (const body of step.state.bodies ?? []) done.add(body);
    if (step.state.bodies && !addressedBy.get(step.recommendation)?.every((body) => done.has(body))) continue;
    parts.push({ steps: part, end: step });
    [part, done] = [[], new Set()];
  }
  return part.length > 0 ? [...parts, { steps: part, end: undefined }] : parts;
}

function toSpan({ id }: Lineage, { steps, end }: Part): OutstandingSpan | undefined {
  const dated = steps.flatMap(({ date, ...step }) => (date === undefined ? [] : [{ ...step, date }]));
  const made = [...Map.groupBy(dated.filter(isRequest), ({ recommendation }) => recommendation).values()].flatMap(
    (requests) => requests[0] ?? [],
  );
  const known = dated.findLast(({ state }) => state.state !== 'unknown' && state !== end?.state);
  const found = steps.findLast(({ state }) => state.state === 'not-done');
  const from = made[0]?.date;
  if (from === undefined || known === undefined) return undefined;
  const open = measureInterval(from, end?.date ?? known.date);
  return {
    lineage: id,
    made: made.map(({ recommendation, decision, date }) => ({ recommendation, decision, date })),
    from,
    known: { date: known.date, state: isDone(known) ? 'part-done' : known.state.state },
    foundNotDone: found && { date: found.date },
    ended: end && { state: end.state.state, date: end.date },
    open: open.fewest > 0 ? open : undefined,
  };
}

/**
 * The times for which each lineage stood open: from when it was recommended to the state that ends it, or to the
 * last state known. Made again after it was done, it opens anew. A request without a date has that of its decision.
 */
export function listOutstanding({ lineages, recommendations, decisions }: Scope): OutstandingSpan[] {
  const addressedBy = new Map(recommendations.map(({ id, data }) => [id, data.to]));
  const dateOf = new Map(decisions.map(({ id, data }) => [id, data.date]));
  const spans = lineages.flatMap((lineage) => {
    const steps = lineage.steps.map((step) => ({
      ...step,
      date: step.state.date ?? (isRequest(step) ? dateOf.get(step.decision) : undefined),
    }));
    return cutAtEnds(steps.toSorted(byDate), addressedBy).flatMap((part) => toSpan(lineage, part) ?? []);
  });
  return spans.toSorted((a, b) => compareDates(a.from, b.from) || Number(Boolean(b.foundNotDone)) - Number(Boolean(a.foundNotDone)));
}
