import type { Archive } from '../graph/archive.ts';

/**
 * What search finds, in the order in which it is listed. `page`: the text is that of a built page that carries
 * `data-pagefind-body`; `record`: the thing is an anchor on a page that lists its kind, and its text comes from the archive.
 */
export const searchKinds = {
  decision: { one: 'Decision', many: 'Decisions', from: 'page' },
  quotation: { one: 'Quotation', many: 'Quotations', from: 'page' },
  event: { one: 'Event', many: 'Events', from: 'page' },
  essay: { one: 'Essay', many: 'Essays', from: 'page' },
  body: { one: 'Body', many: 'Bodies', from: 'page' },
  theme: { one: 'Theme', many: 'Themes', from: 'page' },
  conflict: { one: 'Conflict', many: 'Conflicts', from: 'record' },
  recommendation: { one: 'Recommendation', many: 'Recommendations', from: 'record' },
  person: { one: 'Person', many: 'People', from: 'record' },
  term: { one: 'Term', many: 'Terms', from: 'record' },
  claim: { one: 'Claim tested', many: 'Claims tested', from: 'record' },
  source: { one: 'Source', many: 'Sources', from: 'record' },
} as const;

export type SearchKind = keyof typeof searchKinds;
export const searchKindNames = Object.keys(searchKinds) as SearchKind[];

/** How many entries of each kind the index of this archive must hold, counted from the archive's own lists. */
export const countExpectedEntries = (archive: Archive): Record<SearchKind, number> => ({
  decision: archive.decisions.length,
  quotation: archive.quotes.length,
  event: archive.events.length,
  essay: archive.essays.length,
  body: archive.bodies.length,
  theme: archive.themes.length,
  conflict: archive.conflicts.length,
  recommendation: archive.lineages.length,
  person: archive.persons.length,
  term: archive.terms.length,
  claim: archive.claims.length,
  source: archive.sources.length,
});
