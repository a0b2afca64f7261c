import type { RecommendationState } from '../schema/decision.ts';
import type { Lineage, LineageStep } from './archive.ts';
import { type Interval, measureInterval } from './interval.ts';

/** Where a lineage stands, as far as the evidence goes. */
export interface Standing {
  /** The last state that is known, and `unknown` where nothing after the recommendation is. */
  state: RecommendationState;
  /** Since when the state holds; undefined where the evidence has no date. */
  since: string | undefined;
  /** From the first recommendation to the step that ended it, or to the last at which it was known to be open. */
  outstanding: Interval | undefined;
  /** True where nobody knows what followed the last dated evidence. */
  unknownAfter: boolean;
}

const ENDS: readonly RecommendationState[] = ['done', 'done-late'];
const OPEN: readonly RecommendationState[] = ['not-done', 'part-done'];

const isDated = (step: LineageStep) => step.state.date !== undefined;

/**
 * Works out where a lineage stands from its dated steps alone: the day of the build makes no difference.
 * Silence is never failure: what is not known stays `unknown`.
 */
export function findStanding({ steps }: Lineage): Standing {
  const first = steps.find(isDated)?.state.date;
  const last = steps.findLast(({ state }) => ENDS.includes(state.state) || OPEN.includes(state.state));
  const measured = first !== undefined && last?.state.date !== undefined ? measureInterval(first, last.state.date) : undefined;
  return {
    state: last?.state.state ?? 'unknown',
    since: last?.state.date,
    outstanding: measured,
    unknownAfter: !last || OPEN.includes(last.state.state),
  };
}

const URGENCY: readonly RecommendationState[] = ['not-done', 'part-done', 'unknown', 'agreed', 'recommended', 'done-late', 'done'];

/** Orders lineages with what was last known not to be done first, then what is unknown, then what was done. */
export function sortByStanding(lineages: readonly Lineage[]): Lineage[] {
  const rank = (lineage: Lineage) => URGENCY.indexOf(findStanding(lineage).state);
  return lineages.toSorted((a, b) => rank(a) - rank(b) || b.recommendations.length - a.recommendations.length);
}
