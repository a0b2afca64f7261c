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

/** One form of one word of the query in one entry. */
interface Match {
  term: number;
  form: IndexedForm;
  at: number;
  length: number;
  diacritics: number;
}

interface Spot {
  place: number;
  weight: number;
  match: Match;
}

const measureRarity = (all: number, having: number): number => Math.log(1 + (all - having + 0.5) / (having + 0.5));

/** From 1, where a word is as long as its stem, towards 0 the longer it is. */
function measureLength(word: string, stem: string, similarity: number): number {
  const difference = Math.min(Math.abs(word.length - stem.length) + 1, 255);
  return Math.exp(Math.exp(-0.5 * (difference / 2) ** 2) * similarity) / Math.exp(similarity);
}

const isSameAccent = (asked: string, form: string) => form.startsWith(asked) || asked.startsWith(form);

/** The matches of every entry, by term. */
function collectMatches(terms: readonly MatchedTerm[], { termSimilarity }: Ranking): { byEntry: Map<number, Match[]>; counts: number[] } {
  const byEntry = new Map<number, Match[]>();
  const counts = terms.map(({ stem, asked, forms }, term) => {
    let having = 0;
    for (const form of forms) {
      const length = measureLength(form.word, stem, termSimilarity);
      const diacritics = isSameAccent(asked, form.form) ? 1 + DIACRITIC_SIMILARITY : 1;
      for (const [at, entry] of form.entries.entries()) {
        const known = byEntry.get(entry);
        // The forms of a term come one after the other, so its earlier match in an entry is the last one there.
        if (known?.at(-1)?.term !== term) having += 1;
        const match = { term, form, at, length, diacritics };
        if (known) known.push(match);
        else byEntry.set(entry, [match]);
      }
    }
    return having;
  });
  return { byEntry, counts };
}

function listSpots(matches: readonly Match[]): Spot[] {
  const spots: Spot[] = [];
  for (const match of matches) {
    const { form, at } = match;
    for (let index = form.starts[at] ?? 0; index < (form.starts[at + 1] ?? 0); index += 2)
      spots.push({ weight: form.places[index] ?? 0, place: form.places[index + 1] ?? 0, match });
  }
  return spots.sort((a, b) => a.place - b.place);
}

/** How much each word weighs in an entry. Where several words of the query stand in one place, as in git-absorb, each counts for more. */
function weighWords(spots: readonly Spot[]): { weights: Map<string, number>; places: number[] } {
  const weights = new Map<string, number>();
  const places: number[] = [];
  for (let start = 0; start < spots.length;) {
    const place = spots[start]?.place ?? 0;
    const byTerm = new Map<number, Spot>();
    let end = start;
    for (let spot = spots[end]; spot?.place === place; spot = spots[++end])
      if (!byTerm.has(spot.match.term)) byTerm.set(spot.match.term, spot);
    let least = 255;
    for (const { weight } of byTerm.values()) least = Math.min(least, weight);
    const effective = byTerm.size > 1 ? Math.min(255, least * byTerm.size) : least;
    for (const { match } of byTerm.values()) weights.set(match.form.word, (weights.get(match.form.word) ?? 0) + effective);
    places.push(place);
    start = end;
  }
  return { weights, places };
}

/** How much the fields of metadata add that hold words of the query: the more of the query they cover, the more. */
function measureMeta(matches: readonly Match[], rarities: readonly number[], fields: readonly string[], { metaWeights }: Ranking): number {
  const termsByField = new Map<number, Set<number>>();
  for (const { form, at, term } of matches) {
    for (let index = form.metaStarts[at] ?? 0; index < (form.metaStarts[at + 1] ?? 0); index += 2) {
      const field = form.metaPlaces[index] ?? 0;
      termsByField.set(field, (termsByField.get(field) ?? new Set<number>()).add(term));
    }
  }
  if (termsByField.size === 0) return 0;
  const whole = rarities.reduce((sum, rarity) => sum + rarity, 0);
  let total = 0;
  for (const [field, terms] of termsByField) {
    let matched = 0;
    for (const term of terms) matched += rarities[term] ?? 0;
    if (whole > 0) total += (metaWeights[fields[field] ?? ''] ?? 1) * matched * (matched / whole) ** 2;
  }
  return total;
}

/**
 * Entries that have every term, each with its score, as Pagefind scores them (BM25, and what the metadata adds), in time that
 * grows with the matches: Pagefind compares every match with every entry that matches.
 */
export function rankEntries(terms: readonly MatchedTerm[], meta: IndexMeta, ranking: Ranking): RankedEntry[] {
  const { byEntry, counts } = collectMatches(terms, ranking);
  const all = meta.lengths.length;
  const rarities = counts.map((count) => measureRarity(all, count));
  const ranked: RankedEntry[] = [];
  for (const [entry, matches] of byEntry) {
    if (terms.length > 1 && new Set(matches.map(({ term }) => term)).size < terms.length) continue;
    const { weights, places } = weighWords(listSpots(matches));
    const fit = SATURATION * (1 - ranking.pageLength + ranking.pageLength * ((meta.lengths[entry] ?? 0) / meta.averageLength));
    let score = 0;
    for (const [word, weight] of weights) {
      const match = matches.find(({ form }) => form.word === word);
      if (!match) continue;
      const frequency = (weight / ONE) * match.length;
      score += (rarities[match.term] ?? 0) * (((SATURATION + 1) * frequency) / (fit + frequency)) * match.diacritics;
    }
    ranked.push({ entry, score: score + measureMeta(matches, rarities, meta.fields, ranking), words: places });
  }
  return ranked.sort((a, b) => b.score - a.score || a.entry - b.entry);
}

/** The places of one form in one entry, by field; the text is field -1. */
function* listPlaces(form: IndexedForm, at: number): Generator<[field: number, place: number]> {
  for (let index = form.starts[at] ?? 0; index < (form.starts[at + 1] ?? 0); index += 2) yield [-1, form.places[index + 1] ?? 0];
  for (let index = form.metaStarts[at] ?? 0; index < (form.metaStarts[at + 1] ?? 0); index += 2)
    yield [form.metaPlaces[index] ?? 0, form.metaPlaces[index + 1] ?? 0];
}

/** Entries that have the terms one after the other, in the text or in one field. `terms` are matched by their own stems alone. */
export function findRuns(terms: readonly MatchedTerm[]): RankedEntry[] {
  const placesByEntry = terms.map(({ forms }) => {
    const byEntry = new Map<number, Set<string>>();
    for (const form of forms)
      for (const [at, entry] of form.entries.entries()) {
        const known = byEntry.get(entry) ?? new Set<string>();
        byEntry.set(entry, known);
        for (const [field, place] of listPlaces(form, at)) known.add(`${field} ${place}`);
      }
    return byEntry;
  });
  const [first = new Map<number, Set<string>>(), ...others] = placesByEntry;
  return [...first].flatMap(([entry, own]): RankedEntry[] => {
    const rest = others.map((byEntry) => byEntry.get(entry));
    const starts = [...own].filter((start) => {
      const [field, place = ''] = start.split(' ');
      return rest.every((places, offset) => places?.has(`${field} ${Number(place) + offset + 1}`));
    });
    if (starts.length === 0) return [];
    const inText = starts.flatMap((start) => (start.startsWith('-1 ') ? [Number(start.slice(3))] : []));
    return [{ entry, score: 1, words: inText.flatMap((place) => terms.map((_, offset) => place + offset)) }];
  });
}
