import type { RecommendationState } from '../schema/decision.ts';
import type { Lineage, LineageStep } from './archive.ts';
import { compareDates, type Interval, measureInterval } from './interval.ts';

/** A time for which something recommended stood open, as far as the record shows. */
export interface OutstandingSpan {
  lineage: string;
  /** Each time it was recommended, first to last. */
  made: { recommendation: string; decision: string; date: string }[];
  from: string;
  /** The last dated state before the end: up to here it is known to have been open. */
  known: { date: string; state: RecommendationState };
  /** The last that was found, admitted or reported of it while it was open. */
  reported: { date: string | undefined; state: 'not-done' | 'part-done' } | undefined;
  /** The last finding or admission in this time that it was not done. */
  foundNotDone: { date: string | undefined } | undefined;
  /** What ended it; undefined where that is not known. The date is left out where it is not known either. */
  ended: { state: RecommendationState; date: string | undefined } | undefined;
  /** The days for which it is known to have been open, where at least one is certain. */
  open: Interval | undefined;
}

/** Where a lineage stands, as far as the evidence goes. */
export interface Standing {
  /** The last state that is known, and `unknown` where nothing after the recommendation is. */
  state: RecommendationState;
  /** Since when the state holds; undefined where the evidence has no date. */
  since: string | undefined;
  /** From when it was recommended to the state that ended it, or to the last at which it was known to be open. */
  outstanding: Interval | undefined;
  /** True where nobody knows what followed the last evidence. */
  unknownAfter: boolean;
}

interface Part {
  steps: LineageStep[];
  end: LineageStep | undefined;
}

export const isRequest = ({ state }: LineageStep['state']) => state === 'recommended' || state === 'agreed';
const isDone = ({ state }: LineageStep['state']) => state === 'done' || state === 'done-late';
const isShort = ({ state }: LineageStep['state']) => state === 'not-done' || state === 'part-done';

/** Whether what was called done was found wanting afterwards, without having been asked again in between. */
function isTakenBack(later: readonly LineageStep[]): boolean {
  const next = later.find(({ state }) => isRequest(state) || isShort(state));
  return next !== undefined && isShort(next.state);
}

/** Cuts a lineage after each step that ends it: what some of the bodies did ends it only once all of them have. */
function cutAtEnds(steps: readonly LineageStep[], addressedBy: ReadonlyMap<string, readonly string[]>): Part[] {
  const parts: Part[] = [];
  let part: LineageStep[] = [];
  let done = new Set<string>();
  for (const [index, step] of steps.entries()) {
    if (part.length === 0 && !isRequest(step.state)) continue;
    part.push(step);
    if (!isDone(step.state)) continue;
    for (const body of step.state.bodies ?? []) done.add(body);
    if (step.state.bodies && !addressedBy.get(step.recommendation)?.every((body) => done.has(body))) continue;
    const takenBack = isTakenBack(steps.slice(index + 1));
    done = new Set();
    if (takenBack) continue;
    parts.push({ steps: part, end: step });
    part = [];
  }
  return part.length > 0 ? [...parts, { steps: part, end: undefined }] : parts;
}

/** A state as it stands for the whole: what some of the bodies have done is done in part. */
export const stateOfWhole = (state: LineageStep['state']): RecommendationState =>
  isDone(state) && state.bodies ? 'part-done' : state.state;

/** How a step leaves what is still open; what was taken back, or is unknown, leaves it as it was. */
function stateWhileOpen({ state }: LineageStep): RecommendationState | undefined {
  return state.state === 'unknown' || (isDone(state) && !state.bodies) ? undefined : stateOfWhole(state);
}

function toSpan(lineage: string, { steps, end }: Part): OutstandingSpan | undefined {
  const requests = steps.filter(({ state }) => isRequest(state));
  const made = [...Map.groupBy(requests, ({ recommendation }) => recommendation).values()].flatMap(([first]) =>
    first?.date === undefined ? [] : [{ recommendation: first.recommendation, decision: first.decision, date: first.date }],
  );
  const before = steps.filter((step) => step !== end);
  const states = before.flatMap((step) => {
    const state = stateWhileOpen(step);
    return state ? [{ date: step.date, state }] : [];
  });
  const known = states.findLast(({ date }) => date !== undefined);
  const reported = states.findLast(({ state }) => state === 'not-done' || state === 'part-done');
  const found = states.findLast(({ state }) => state === 'not-done');
  const from = made[0]?.date;
  if (from === undefined || known?.date === undefined) return undefined;
  const open = measureInterval(from, end?.date ?? known.date);
  return {
    lineage,
    made,
    from,
    known: { date: known.date, state: known.state },
    reported: reported && { date: reported.date, state: reported.state === 'not-done' ? 'not-done' : 'part-done' },
    foundNotDone: found && { date: found.date },
    ended: end && { state: end.state.state, date: end.date },
    open: open.fewest > 0 ? open : undefined,
  };
}

/**
 * The times for which a lineage stood open: from when it was recommended to the state that ends it, or to the last
 * state known; the day of the build makes no difference. Made again after it was done, it opens anew.
 */
export const listSpans = (
  lineage: string,
  steps: readonly LineageStep[],
  addressedBy: ReadonlyMap<string, readonly string[]>,
): OutstandingSpan[] => cutAtEnds(steps, addressedBy).flatMap((part) => toSpan(lineage, part) ?? []);

/** Where a lineage stands by its last span. Silence is never failure: what is not known stays `unknown`. */
export function findStanding(spans: readonly OutstandingSpan[]): Standing {
  const last = spans.at(-1);
  const shown = last?.ended ?? last?.reported;
  return {
    state: shown?.state ?? 'unknown',
    since: shown?.date,
    outstanding: last?.open,
    unknownAfter: last?.ended === undefined,
  };
}

/** The spans of all lineages by their beginnings, those found not done first. */
export const listOutstanding = (lineages: readonly Lineage[]): OutstandingSpan[] =>
  lineages
    .flatMap(({ spans }) => spans)
    .toSorted((a, b) => compareDates(a.from, b.from) || Number(Boolean(b.foundNotDone)) - Number(Boolean(a.foundNotDone)));

const URGENCY: readonly RecommendationState[] = ['not-done', 'part-done', 'unknown', 'agreed', 'recommended', 'done-late', 'done'];

/** Orders lineages with what was last known not to be done first, then what is unknown, then what was done. */
export const sortByStanding = (lineages: readonly Lineage[]): Lineage[] =>
  lineages.toSorted(
    (a, b) => URGENCY.indexOf(a.standing.state) - URGENCY.indexOf(b.standing.state) || b.recommendations.length - a.recommendations.length,
  );
