import type { CheckLevel } from '../graph/archive.ts';
import type { Voice } from '../schema/quote.ts';

/** What each voice is, in words that stand alone. */
export const voiceWords: Record<Voice, string> = {
  finding: 'Finding of the ombudsmen',
  recommendation: 'Recommendation of the ombudsmen',
  summary: 'Summary by the ombudsmen',
  complainant: 'The complainant’s case, not a finding',
  body: 'A body’s own position',
  guidance: 'National guidance',
  literature: 'Published literature',
  commentary: 'Comment on the decisions',
  unknown: 'Voice not known',
};

/** Whether the ombudsmen themselves say it, so that its voice names its speaker. */
export const isOmbudsmen = (voice: Voice): boolean => voice === 'finding' || voice === 'recommendation' || voice === 'summary';

/** How far a quotation was checked: a word for labels, and a sentence. */
export const checkWords: Record<CheckLevel, { label: string; sentence: string }> = {
  verified: { label: 'checked', sentence: 'These words were found in the source itself.' },
  misplaced: {
    label: 'found elsewhere',
    sentence: 'These words were found in the official text, but not in the place or voice that a later account gives them.',
  },
  'secondary-only': {
    label: 'second hand',
    sentence: 'We know these words only from a later account. That part of the original was not read.',
  },
  'not-found': { label: 'not found', sentence: 'These words were looked for in the source and not found.' },
  'not-read': { label: 'source not read', sentence: 'The source of these words was not read.' },
};

/** The bounds of a quotation, where they are not simply known. */
export const boundsWords = {
  whole: undefined,
  'start-unknown': 'Where the quotation begins is not known.',
  'end-unknown': 'Where the quotation ends is not known.',
  inferred: 'The source does not mark these words as a quotation; where they begin and end is inferred.',
} as const;
