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
