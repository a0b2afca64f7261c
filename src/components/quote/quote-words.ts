import { getBody, getPerson } from '../../archive.ts';
import type { CheckLevel, PersonEntry } from '../../graph/archive.ts';
import type { Check, Speaker, Voice } from '../../schema/quote.ts';

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

/** How far a quotation was checked: a word for labels, and a sentence. */
export const checkWords: Record<CheckLevel, { label: string; sentence: string }> = {
  verified: { label: 'checked', sentence: 'These words were found in the source itself.' },
  misplaced: {
    label: 'found elsewhere',
    sentence: 'These words were found in the official text, but not in the place or voice that a later account gives them.',
  },
  'secondary-only': {
    label: 'second hand',
    sentence: 'These words are known from a later account. The part of the source where they should stand was not read.',
  },
  'not-found': { label: 'not found', sentence: 'These words were looked for in the source and not found.' },
  'not-read': { label: 'source not read', sentence: 'The source of these words was not read.' },
};

/** What one check found, before the name of the source it was made against. */
export const resultWords: Record<Check['result'], string> = {
  verified: 'Found in',
  misplaced: 'Found, in another place or voice, in',
  'not-found': 'Looked for and not found in',
  'not-read': 'The place was not read in',
};

/** What one check found, standing alone. */
export const foundWords: Record<Check['result'], string> = {
  verified: 'Found',
  misplaced: 'Found in another place or voice',
  'not-found': 'Looked for and not found',
  'not-read': 'Place not read',
};

/** The bounds of a quotation, where they are not simply known. */
export const boundsWords = {
  whole: undefined,
  'start-unknown': 'Where the quotation begins is not known.',
  'end-unknown': 'Where the quotation ends is not known.',
  inferred: 'The source does not mark these words as a quotation; where they begin and end is inferred.',
} as const;

/** The speaker's name, with the letter that this decision gives a person. */
export function speakerName(speaker: Speaker, decision?: string): string {
  if (speaker.body) return getBody(speaker.body).data.name;
  if (!speaker.person) return speaker.name ?? '';
  const { data } = getPerson(speaker.person);
  return data.names.find((name) => name.decision === decision)?.name ?? data.role;
}

/** The letters that decisions give a person, each once: `Mr P, Mr X`. */
const lettersOf = ({ data }: PersonEntry): string => [...new Set(data.names.map(({ name }) => name))].join(', ');

/** The speaker in a few words, for lists; without a decision a person has the letters of all. */
export function speakerShort(speaker: Speaker, decision?: string): string {
  if (speaker.body) return getBody(speaker.body).data.short;
  if (!speaker.person) return speaker.name ?? '';
  const person = getPerson(speaker.person);
  return person.data.names.find((name) => name.decision === decision)?.name ?? lettersOf(person);
}
