import type { IndexMeta } from './index-files.ts';
import { collectMatches, listWhole, type Match, type MatchedTerm, type TermForm } from './matches.ts';

/** How a search counts words; the names are Pagefind's. */
export interface Ranking {
  metaWeights: Readonly<Record<string, number>>;
  pageLength: number;
  termSimilarity: number;
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

const measureRarity = (all: number, having: number): number => Math.log(1 + (all - having + 0.5) / (having + 0.5));

/** From 1, where a word is as long as its stem, towards 0 the longer it is. */
function measureLength(word: string, stem: string, similarity: number): number {
  const difference = Math.min(Math.abs(word.length - stem.length) + 1, 255);
  return Math.exp(Math.exp(-0.5 * (difference / 2) ** 2) * similarity) / Math.exp(similarity);
}

const isSameAccent = (asked: string, form: string) => form.startsWith(asked) || asked.startsWith(form);

/** How much a form counts for its length and its accents. */
function weighForm({ term, form }: TermForm, terms: readonly MatchedTerm[], { termSimilarity }: Ranking) {
  const { stem, asked } = terms[term] ?? { stem: '', asked: '' };
  const diacritics = isSameAccent(asked, form.form) ? 1 + DIACRITIC_SIMILARITY : 1;
  return { length: measureLength(form.word, stem, termSimilarity), diacritics };
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
  matches.forEach(({ form, at }, match) => {
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
  const owners = matches.map(({ form }) => matches.find((one) => one.form.word === form.word));
  const weights = new Map<Match, number>();
  const places: number[] = [];
  for (let start = 0, end = 0; start < spots.keys.length; start = end) {
    const place = Math.floor((spots.keys[start] ?? 0) / SPOTS);
    const byTerm = new Map<number, number>();
    let least = 255;
    for (; Math.floor((spots.keys[end] ?? -1) / SPOTS) === place; end++) {
      const spot = (spots.keys[end] ?? 0) % SPOTS;
      const match = spots.matches[spot] ?? 0;
      const term = matches[match]?.term ?? 0;
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
  for (const { form, term, at } of matches) {
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
 * Entries, of all or among some, that have every term, each with its score, as Pagefind scores them (BM25, and what the metadata adds), in time that
 * grows with the matches: Pagefind compares every match with every entry that matches.
 */
export function rankEntries(terms: readonly MatchedTerm[], meta: IndexMeta, ranking: Ranking, among?: ReadonlySet<number>): RankedEntry[] {
  const all = meta.lengths.length;
  const found = collectMatches(terms, all);
  const rarities = found.counts.map((count) => measureRarity(all, count));
  const formWeights = found.forms.map((own) => weighForm(own, terms, ranking));
  const ranked: RankedEntry[] = [];
  for (const [entry, matches] of listWhole(found, terms.length, among)) {
    const { weights, places } = weighWords(matches);
    const fit = SATURATION * (1 - ranking.pageLength + ranking.pageLength * ((meta.lengths[entry] ?? 0) / meta.averageLength));
    let score = 0;
    for (const [{ term, number }, weight] of weights) {
      const { length, diacritics } = formWeights[number] ?? { length: 0, diacritics: 0 };
      const frequency = (weight / ONE) * length;
      score += (rarities[term] ?? 0) * (((SATURATION + 1) * frequency) / (fit + frequency)) * diacritics;
    }
    ranked.push({ entry, score: score + measureMeta(matches, rarities, meta.fields, ranking), words: places });
  }
  return ranked.sort((a, b) => b.score - a.score || a.entry - b.entry);
}
