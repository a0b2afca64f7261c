import type { IndexedForm } from './index-files.ts';
import { collectMatches, listWhole, type MatchedTerm } from './matches.ts';

/** Where a term stands in an entry: a place in the text, or in a field, as one number that goes up by one from word to word. */
const FIELDS = 2 ** 32;

function addPlaces(into: Set<number> | undefined, form: IndexedForm, at: number): void {
  for (let index = form.starts[at] ?? 0; index < (form.starts[at + 1] ?? 0); index += 2) into?.add(form.places[index + 1] ?? 0);
  for (let index = form.metaStarts[at] ?? 0; index < (form.metaStarts[at + 1] ?? 0); index += 2)
    into?.add(((form.metaPlaces[index] ?? 0) + 1) * FIELDS + (form.metaPlaces[index + 1] ?? 0));
}

/** Where each term stands, in every entry that has them all. */
function* listStands(terms: readonly MatchedTerm[], all: number): Generator<[entry: number, places: Set<number>[]]> {
  for (const [entry, matches] of listWhole(collectMatches(terms, all), terms.length)) {
    const places = terms.map(() => new Set<number>());
    for (const { term, form, at } of matches) addPlaces(places[term], form, at);
    yield [entry, places];
  }
}

/** Entries that have the terms one after the other, in the text or in one field. `terms` are matched by their own stems alone. */
export function findRuns(terms: readonly MatchedTerm[], all: number): number[] {
  const runs: number[] = [];
  for (const [entry, [first = new Set<number>(), ...others]] of listStands(terms, all))
    if ([...first].some((start) => others.every((rest, offset) => rest.has(start + offset + 1)))) runs.push(entry);
  return runs;
}

/** How many places on the next word of a phrase may stand: a dash between spaces has a place too. */
const FAR = 3;

/** Entries in which the terms stand in their order, close to each other: no other entry can have them as a phrase. */
export function findClose(terms: readonly MatchedTerm[], all: number): number[] {
  const close: number[] = [];
  const isNear = (reached: ReadonlySet<number>, place: number) => {
    for (let back = 0; back <= FAR; back++) if (reached.has(place - back)) return true;
    return false;
  };
  for (const [entry, [first = new Set<number>(), ...others]] of listStands(terms, all)) {
    const last = others.reduce((reached, places) => new Set([...places].filter((place) => isNear(reached, place))), first);
    if (last.size > 0) close.push(entry);
  }
  return close;
}
