import type { TargetKind } from '../../schema/reference.ts';

/** Each kind of thing as a heading over several of them. */
export const kindWords: Record<TargetKind, string> = {
  decision: 'Decisions',
  event: 'Timeline',
  body: 'Bodies',
  family: 'People',
  person: 'People',
  theme: 'Themes',
  term: 'Glossary',
  conflict: 'Conflicts',
  claim: 'Claims tested',
  essay: 'Essays',
  correction: 'Corrections',
  source: 'Sources',
  finding: 'Findings',
  recommendation: 'Recommendations',
  payment: 'Payments',
  quote: 'Quotations',
};

/** Each kind of thing as one of them is called. */
export const kindNouns: Record<TargetKind, string> = {
  decision: 'decision',
  event: 'event',
  body: 'body',
  family: 'family',
  person: 'person',
  theme: 'theme',
  term: 'term',
  conflict: 'conflict',
  claim: 'claim',
  essay: 'essay',
  correction: 'correction',
  source: 'source',
  finding: 'finding',
  recommendation: 'recommendation',
  payment: 'payment',
  quote: 'quotation',
};
