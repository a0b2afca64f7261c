import type { IndexedForm } from './index-files.ts';

/** What one word of a query is matched by: the forms of every word that begins with its stem. */
export interface MatchedTerm {
  stem: string;
  /** As it was asked for, before it was stemmed. */
  asked: string;
  forms: readonly IndexedForm[];
}

/** One form of one word of the query. */
export interface TermForm {
  term: number;
  form: IndexedForm;
}

/** A form in one entry, which is the one at `at` of its own; `number` is the place of the form among all that match. */
export interface Match extends TermForm {
  number: number;
  at: number;
}

/**
 * Which forms each entry has, as lists in arrays: `first` has the number of an entry's first match, `next` that of the one after it,
 * counted from one. To make an object of each match takes longer than to rank them all.
 */
export interface Matches {
  forms: readonly TermForm[];
  first: Uint32Array;
  next: Uint32Array;
  /** The form of a match, and which of the form's entries it is. */
  formOf: Uint32Array;
  atOf: Uint32Array;
  /** How many of the terms an entry has, and how many entries have a term. */
  held: Uint32Array;
  counts: readonly number[];
}

/** Finds what `all` entries of an index have of the terms. */
export function collectMatches(terms: readonly MatchedTerm[], all: number): Matches {
  const forms = terms.flatMap((one, term) => one.forms.map((form): TermForm => ({ term, form })));
  const total = 1 + forms.reduce((sum, { form }) => sum + form.entries.length, 0);
  const [first, held, latest] = [new Uint32Array(all), new Uint32Array(all), new Uint32Array(all)];
  const [next, formOf, atOf] = [new Uint32Array(total), new Uint32Array(total), new Uint32Array(total)];
  const counts = terms.map(() => 0);
  let match = 0;
  // Each list is made from its end, so that the forms keep their order in it.
  for (const [number, { term, form }] of [...forms.entries()].reverse()) {
    let having = 0;
    for (let at = 0; at < form.entries.length; at++) {
      const entry = form.entries[at] ?? 0;
      next[++match] = first[entry] ?? 0;
      first[entry] = match;
      formOf[match] = number;
      atOf[match] = at;
      if (latest[entry] === term + 1) continue;
      latest[entry] = term + 1;
      held[entry] = (held[entry] ?? 0) + 1;
      having += 1;
    }
    counts[term] = (counts[term] ?? 0) + having;
  }
  return { forms, first, next, formOf, atOf, held, counts };
}

function listMatches({ forms, first, next, formOf, atOf }: Matches, entry: number): Match[] {
  const matches: Match[] = [];
  for (let match = first[entry] ?? 0; match > 0; match = next[match] ?? 0) {
    const number = formOf[match] ?? 0;
    const own = forms[number];
    if (own) matches.push({ ...own, number, at: atOf[match] ?? 0 });
  }
  return matches;
}

/** The entries, of all or among some, that have every one of `terms` terms, each with its matches in the order of the terms. */
export function* listWhole(found: Matches, terms: number, among?: ReadonlySet<number>): Generator<[entry: number, matches: Match[]]> {
  for (let entry = 0; entry < found.held.length; entry++)
    if (terms > 0 && found.held[entry] === terms && (among?.has(entry) ?? true)) yield [entry, listMatches(found, entry)];
}
