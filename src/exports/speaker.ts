import type { Archive, QuoteEntry } from '../graph/archive.ts';

/** Gives the name of who speaks in a quotation: a body's own or its short one, for a person the letter that this decision gives them. */
export function openSpeakers(archive: Archive, field: 'name' | 'short' = 'name'): (quote: QuoteEntry) => string {
  const bodyById = new Map(archive.bodies.map(({ id, data }) => [id, data]));
  const personById = new Map(archive.persons.map(({ id, data }) => [id, data]));
  return ({ data: { speaker }, owner }) => {
    if (speaker.body) return bodyById.get(speaker.body)?.[field] ?? speaker.body;
    if (!speaker.person) return speaker.name ?? '';
    const person = personById.get(speaker.person);
    return person?.names.find(({ decision }) => decision === owner.id)?.name ?? person?.role ?? speaker.person;
  };
}
