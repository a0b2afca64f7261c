import type { certaintyOf } from '../../graph/date-text.ts';
import type { EventKind } from '../../schema/event.ts';

export type Certainty = ReturnType<typeof certaintyOf>;

/** How a date is known: a few words beside it, where its own words do not say so, and a sentence for the legend. */
export const certaintyWords: Record<Certainty, { label?: string; sentence: string }> = {
  exact: { sentence: 'The day is known.' },
  month: { label: 'day not known', sentence: 'Only the month is known.' },
  year: { label: 'month not known', sentence: 'Only the year is known.' },
  approximate: { sentence: 'About this date.' },
  uncertain: { sentence: 'It is uncertain whether this is the date.' },
  span: { sentence: 'From one date to another, or at some time between them.' },
  open: { sentence: 'One end is not known.' },
};

export const kindWords: Record<EventKind, string> = {
  decision: 'Decision',
  deadline: 'Deadline',
  review: 'Review',
  exchange: 'Exchange between bodies',
  situation: 'Situation',
  support: 'Support',
  assessment: 'Assessment',
  press: 'Press',
  scrutiny: 'Scrutiny',
  'law-and-guidance': 'Law and guidance',
  publication: 'Publication',
};
