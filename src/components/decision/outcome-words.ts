import type { outcomes } from '../../schema/decision.ts';

/** The outcomes of a statement as they are printed. */
export const outcomeWords: Record<(typeof outcomes)[number], string> = {
  upheld: 'Upheld',
  'partly-upheld': 'Partly upheld',
  'not-upheld': 'Not upheld',
  'fault-found': 'Fault found',
  closed: 'Closed',
  unknown: 'Not known',
};
