import type { IndexedForm, IndexMeta } from './index-files.ts';

/** How a search counts words; the names are Pagefind's. */
export interface Ranking {
  metaWeights: Readonly<Record<string, number>>;
  pageLength: number;
  termSimilarity: number;
}

/** What one word of a query is matched by: the forms of every word that begins with its stem. */
export interface MatchedTerm {
  stem: string;
  /** As it was asked for, before it was stemmed. */
  asked: string;
  forms: readonly IndexedForm[];
}

export interface RankedEntry {
  entry: number;
  score: number;
  /** The places in its text, first to last. */
  words: readonly number[];
}

const SATURATION = 1.4;
const DIACRITIC_SIMILARITY = 0.8;
// A weight of one is written as 24.
const ONE = 24;

/** One form of one word of the query. */
interface MatchedForm {
  term: number;
  form: IndexedForm;
  /** The same number for every form of a word. */
  word: number;
  /** How much it counts for its length and its accents. */
  length: number;
  diacritics: number;
}

/**
 * Which forms each entry has, as lists in arrays: `first` has the number of an entry's first match, `next` that of the one after it,
 * counted from one. To make an object of each match takes longer than to rank them all.
 */
interface Matches {
  forms: readonly MatchedForm[];
  first: Uint32Array;
  next: Uint32Array;
  /** The form of a match, and which of the form's entries it is. */
  formOf: Uint32Array;
  atOf: Uint32Array;
  /** How many of the terms an entry has, and how many entries have a term. */
  held: Uint32Array;
  counts: readonly number[];
}

/** A form in one entry, which is the one at `at` of its own. */
interface Match {
  own: MatchedForm;
  at: number;
}

const measureRarity = (all: number, having: number): number => Math.log(1 + (all - having + 0.5) / (having + 0.5));

/** From 1, where a word is as long as its stem, towards 0 the longer it is. */
function measureLength(word: string, stem: string, similarity: number): number {
  const difference = Math.min(Math.abs(word.length - stem.length) + 1, 255);
  return Math.exp(Math.exp(-0.5 * (difference / 2) ** 2) * similarity) / Math.exp(similarity);
}

const isSameAccent = (asked: string, form: string) => form.startsWith(asked) || asked.startsWith(form);

function listForms(terms: readonly MatchedTerm[], { termSimilarity }: Ranking): MatchedForm[] {
  const words = new Map<string, number>();
  return terms.flatMap(({ stem, asked, forms }, term) =>
    forms.map((form) => {
      const word = words.get(form.word) ?? words.size;
      words.set(form.word, word);
      const diacritics = isSameAccent(asked, form.form) ? 1 + DIACRITIC_SIMILARITY : 1;
      return { term, form, word, length: measureLength(form.word, stem, termSimilarity), diacritics };
    }),
  );
}

function collectMatches(terms: readonly MatchedTerm[], all: number, ranking: Ranking): Matches {
  const forms = listForms(terms, ranking);
  const total = 1 + forms.reduce((sum, { form }) => sum + form.entries.length, 0);
  const [first, held, latest] = [new Uint32Array(all), new Uint32Array(all), new Uint32Array(all)];
  const [next, formOf, atOf] = [new Uint32Array(total), new Uint32Array(total), new Uint32Array(total)];
  const counts = terms.map(() => 0);
  let match = 0;
  // Each list is made from its end, so that the forms keep their order in it.
  for (const [index, { term, form }] of [...forms.entries()].reverse()) {
    let having = 0;
    for (let at = 0; at < form.entries.length; at++) {
      const entry = form.entries[at] ?? 0;
      next[++match] = first[entry] ?? 0;
      first[entry] = match;
      formOf[match] = index;
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
    const own = forms[formOf[match] ?? 0];
    if (own) matches.push({ own, at: atOf[match] ?? 0 });
  }
  return matches;
}

/** A place and the number of a spot are sorted as one number: equal places keep the order of the forms. */
const SPOTS = 2 ** 20;

interface Spots {
  keys: number[];
  weights: number[];
  /** Of each spot, its match. */
  matches: number[];
}

function listSpots(matches: readonly Match[]): Spots {
  const spots: Spots = { keys: [], weights: [], matches: [] };
  matches.forEach(({ own: { form }, at }, match) => {
    const end = form.starts[at + 1] ?? 0;
    for (let index = form.starts[at] ?? 0; index < end; index += 2) {
      spots.keys.push((form.places[index + 1] ?? 0) * SPOTS + spots.weights.length);
      spots.weights.push(form.places[index] ?? 0);
      spots.matches.push(match);
    }
  });
  spots.keys.sort((a, b) => a - b);
  return spots;
}

/** The weight of the one word that an entry has. */
function weighWord(match: Match, { keys, weights }: Spots): { weights: Map<Match, number>; places: number[] } {
  const places: number[] = [];
  let total = 0;
  for (const key of keys) {
    const place = Math.floor(key / SPOTS);
    if (place === places.at(-1)) continue;
    places.push(place);
    total += Math.min(255, weights[key % SPOTS] ?? 0);
  }
  return { weights: new Map(places.length > 0 ? [[match, total]] : []), places };
}

/**
 * How much each word weighs in an entry, by its first match there, in the order of the text. Where several words of the query
 * stand in one place, as in git-absorb, each counts for more.
 */
function weighWords(matches: readonly Match[]): { weights: Map<Match, number>; places: number[] } {
  const spots = listSpots(matches);
  const [only] = matches;
  if (only && matches.length === 1) return weighWord(only, spots);
  const owners = matches.map(({ own }) => matches.find((one) => one.own.word === own.word));
  const weights = new Map<Match, number>();
  const places: number[] = [];
  for (let start = 0, end = 0; start < spots.keys.length; start = end) {
    const place = Math.floor((spots.keys[start] ?? 0) / SPOTS);
    const byTerm = new Map<number, number>();
    let least = 255;
    for (; Math.floor((spots.keys[end] ?? -1) / SPOTS) === place; end++) {
      const spot = (spots.keys[end] ?? 0) % SPOTS;
      const match = spots.matches[spot] ?? 0;
      const term = matches[match]?.own.term ?? 0;
      if (byTerm.has(term)) continue;
      byTerm.set(term, match);
      least = Math.min(least, spots.weights[spot] ?? 0);
    }
    const effective = byTerm.size > 1 ? Math.min(255, least * byTerm.size) : least;
    for (const match of byTerm.values()) {
      const owner = owners[match];
      if (owner) weights.set(owner, (weights.get(owner) ?? 0) + effective);
    }
    places.push(place);
  }
  return { weights, places };
}

/** How much the fields of metadata add that hold words of the query: the more of the query they cover, the more. */
function measureMeta(matches: readonly Match[], rarities: readonly number[], fields: readonly string[], { metaWeights }: Ranking): number {
  // The matches come term by term, so a term that a field already has is its latest.
  const heldByField = new Map<number, { matched: number; latest: number }>();
  for (const { own, at } of matches) {
    const { form, term } = own;
    const end = form.metaStarts[at + 1] ?? 0;
    for (let index = form.metaStarts[at] ?? 0; index < end; index += 2) {
      const field = form.metaPlaces[index] ?? 0;
      const held = heldByField.get(field);
      if (held?.latest === term) continue;
      heldByField.set(field, { matched: (held?.matched ?? 0) + (rarities[term] ?? 0), latest: term });
    }
  }
  if (heldByField.size === 0) return 0;
  const whole = rarities.reduce((sum, rarity) => sum + rarity, 0);
  let total = 0;
  for (const [field, { matched }] of heldByField) {
    if (whole > 0) total += (metaWeights[fields[field] ?? ''] ?? 1) * matched * (matched / whole) ** 2;
  }
  return total;
}

/**
 * Entries that have every term, each with its score, as Pagefind scores them (BM25, and what the metadata adds), in time that
 * grows with the matches: Pagefind compares every match with every entry that matches.
 */
export function rankEntries(terms: readonly MatchedTerm[], meta: IndexMeta, ranking: Ranking): RankedEntry[] {
  const all = meta.lengths.length;
  const found = collectMatches(terms, all, ranking);
  const rarities = found.counts.map((count) => measureRarity(all, count));
  const ranked: RankedEntry[] = [];
  for (let entry = 0; entry < all; entry++) {
    if (found.held[entry] !== terms.length || terms.length === 0) continue;
    const matches = listMatches(found, entry);
    const { weights, places } = weighWords(matches);
    const fit = SATURATION * (1 - ranking.pageLength + ranking.pageLength * ((meta.lengths[entry] ?? 0) / meta.averageLength));
    let score = 0;
    for (const [{ own }, weight] of weights) {
      const frequency = (weight / ONE) * own.length;
      score += (rarities[own.term] ?? 0) * (((SATURATION + 1) * frequency) / (fit + frequency)) * own.diacritics;
    }
    ranked.push({ entry, score: score + measureMeta(matches, rarities, meta.fields, ranking), words: places });
  }
  return ranked.sort((a, b) => b.score - a.score || a.entry - b.entry);
}

/** Where a term stands in an entry: a place in the text, or in a field, as one number that goes up by one from word to word. */
const FIELDS = 2 ** 32;

function addPlaces(into: Set<number> | undefined, form: IndexedForm, at: number): void {
  for (let index = form.starts[at] ?? 0; index < (form.starts[at + 1] ?? 0); index += 2) into?.add(form.places[index + 1] ?? 0);
  for (let index = form.metaStarts[at] ?? 0; index < (form.metaStarts[at + 1] ?? 0); index += 2)
    into?.add(((form.metaPlaces[index] ?? 0) + 1) * FIELDS + (form.metaPlaces[index + 1] ?? 0));
}

/** Where each term stands, in every entry that has them all. */
function* listStands(terms: readonly MatchedTerm[], all: number, ranking: Ranking): Generator<[entry: number, places: Set<number>[]]> {
  const found = collectMatches(terms, all, ranking);
  for (let entry = 0; entry < all; entry++) {
    if (found.held[entry] !== terms.length || terms.length === 0) continue;
    const places = terms.map(() => new Set<number>());
    for (const { own, at } of listMatches(found, entry)) addPlaces(places[own.term], own.form, at);
    yield [entry, places];
  }
}

/** Entries that have the terms one after the other, in the text or in one field. `terms` are matched by their own stems alone. */
export function findRuns(terms: readonly MatchedTerm[], all: number, ranking: Ranking): RankedEntry[] {
  const ranked: RankedEntry[] = [];
  for (const [entry, [first = new Set<number>(), ...others]] of listStands(terms, all, ranking)) {
    const starts = [...first].filter((start) => others.every((rest, offset) => rest.has(start + offset + 1)));
    if (starts.length === 0) continue;
    const inText = starts.filter((start) => start < FIELDS);
    ranked.push({ entry, score: 1, words: inText.flatMap((place) => terms.map((_, offset) => place + offset)) });
  }
  return ranked;
}

/** How many places on the next word of a phrase may stand: a dash between spaces has a place too. */
const FAR = 3;

/** Entries in which the terms stand in their order, close to each other: no other entry can have them as a phrase. */
export function findClose(terms: readonly MatchedTerm[], all: number, ranking: Ranking): number[] {
  const close: number[] = [];
  const isNear = (reached: ReadonlySet<number>, place: number) => {
    for (let back = 0; back <= FAR; back++) if (reached.has(place - back)) return true;
    return false;
  };
  for (const [entry, [first = new Set<number>(), ...others]] of listStands(terms, all, ranking)) {
    const last = others.reduce((reached, places) => new Set([...places].filter((place) => isNear(reached, place))), first);
    if (last.size > 0) close.push(entry);
  }
  return close;
}
