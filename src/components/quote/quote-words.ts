import { getBody, getPerson } from '../../archive.ts';
import type { PersonEntry } from '../../graph/archive.ts';
import type { Check, Speaker } from '../../schema/quote.ts';

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
