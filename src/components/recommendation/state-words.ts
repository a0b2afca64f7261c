import type { LineageStep } from '../../graph/archive.ts';
import { formatMoment } from '../../graph/date-text.ts';
import { stateOfWhole } from '../../graph/outstanding.ts';
import type { RecommendationState } from '../../schema/decision.ts';

/** The states of a recommendation as they are printed. */
export const stateWords: Record<RecommendationState, string> = {
  recommended: 'Recommended',
  agreed: 'Agreed',
  done: 'Done',
  'done-late': 'Done late',
  'part-done': 'Done in part',
  'not-done': 'Not done',
  unknown: 'Not known',
};

/** `recommended 3 May 2022, not done November 2023, done December 2023`. */
export const describeSteps = (steps: readonly LineageStep[]): string =>
  steps.map(({ state, date }) => `${stateWords[stateOfWhole(state)].toLowerCase()}${date ? ` ${formatMoment(date)}` : ''}`).join(', ');

/** `not done by November 2023`, or `done December 2023`: what was found is true of that time, and not of every time after. */
export const describeOutcome = ({ state, date }: LineageStep): string =>
  [stateWords[stateOfWhole(state)].toLowerCase(), state.state === 'not-done' && date && 'by', date && formatMoment(date)]
    .filter(Boolean)
    .join(' ');
