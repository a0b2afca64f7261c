import type { Engine, EngineHit, IndexedEntry } from './engine.ts';
import { measureTitle } from './find-marks.ts';
import { byScore, type Found, intersect, rankByShare, toFound, unite, withoutPlaces } from './found.ts';
import { findAlias, findPhrase, readText, splitTokens } from './indexed-text.ts';
import { type Query, type Term, toReferenceNumber } from './parse-query.ts';
import type { Spellings } from './spellings.ts';
import { areAlike, readWords } from './words.ts';

/** What a search came to. The `words` of a hit are the places in its content that answer to single words. */
export interface Outcome {
  hits: EngineHit[];
  /** Words that nothing in the record has. */
  unknown: string[];
  /** True where entries with most of the words are listed beside those that have them all, or for want of any. */
  partial: boolean;
  /** True where more entries could hold an exact phrase than were read. */
  unread: boolean;
}

/** A reference that was asked for brings its own decision before everything else. */
const OWN_DECISION = 1000;
/** How many entries are read for one exact phrase, the best first. */
const MOST_READ = 400;
/** How many of the best are ranked again by their titles. */
const MOST_RANKED = 24;

/** What has these words one after the other. */
async function findRun(engine: Engine, words: string): Promise<Found> {
  if (!words.includes(' ')) return toFound(await engine.search(words));
  return withoutPlaces(toFound(await engine.searchRun(words)));
}

const findAny = async (engine: Engine, runs: readonly string[]): Promise<Found> =>
  unite(await Promise.all(runs.map((run) => findRun(engine, run))));

// A letter finds every word that begins with it, which says nothing of the entry.
const withoutScore = (found: Found): Found => toFound([...found.values()].map((hit) => ({ ...hit, score: 0 })));

/** How many ways to write a phrase are looked for one by one. */
const MOST_WAYS = 16;

/** Every way to write a phrase, each word in each of its spellings; nothing where there are too many. */
function listWays(phrase: readonly string[], spellings: Spellings): string[] {
  let ways: string[] = [''];
  for (const word of phrase) {
    ways = ways.flatMap((start) => spellings.listSpellings(word).map((spelling) => `${start} ${spelling}`.trim()));
    if (ways.length > MOST_WAYS) return [];
  }
  return ways;
}

/** Leaves out what cannot have a phrase, where the engine knows how close its words stand. */
async function keepClose(engine: Engine, found: Found, phrase: readonly string[], spellings: Spellings): Promise<Found> {
  const ways = phrase.length > 1 ? listWays(phrase, spellings) : [];
  const close = await Promise.all(ways.map((way) => engine.findClose?.(way)));
  if (close.length === 0 || close.includes(undefined)) return found;
  return new Map([...found].filter(([id]) => close.some((ids) => ids?.has(id))));
}

/** What may have a phrase: everything with its words, in any order where nothing is known of it. */
async function findCandidates(engine: Engine, phrase: readonly string[], spellings: Spellings): Promise<Found> {
  const founds = await Promise.all(
    phrase.map(async (word) => {
      const found = await findAny(engine, spellings.listSpellings(word));
      return word.length === 1 ? withoutScore(found) : found;
    }),
  );
  return keepClose(engine, withoutPlaces(intersect(founds)), phrase, spellings);
}

function hasPhrase(entry: IndexedEntry, phrase: readonly string[], spellings: Spellings): boolean {
  const texts = [entry.content, entry.meta['title'] ?? ''].map((text) => readText(text, spellings));
  return findAlias(entry, phrase) !== undefined || texts.some((text) => findPhrase(text, phrase).length > 0);
}

/** Those that hold the phrase in their own text, word for word: an index knows words by their stems only. */
async function keepPhrase(found: Found, phrase: readonly string[], spellings: Spellings): Promise<Found> {
  const best = [...found.values()].toSorted(byScore).slice(0, MOST_READ);
  const kept = await Promise.all(best.map(async (hit) => (hasPhrase(await hit.load(), phrase, spellings) ? [hit] : [])));
  return toFound(kept.flat());
}

async function findReference(engine: Engine, reference: string, spellings: Spellings): Promise<Found> {
  const decision = toReferenceNumber(reference);
  const [own, concerned, candidates] = await Promise.all([
    engine.filter({ kind: 'decision', decision }),
    engine.filter({ decision }),
    findCandidates(engine, [reference], spellings),
  ]);
  const named = await keepPhrase(candidates, [reference], spellings);
  return unite([toFound(concerned), named, toFound(own.map((hit) => ({ ...hit, score: OWN_DECISION })))]);
}

/** Whether the record has a word or a form of it. Where it has none, Pagefind answers with whatever begins alike. */
async function isKnown(engine: Engine, word: string): Promise<boolean> {
  if (await engine.has(word)) return true;
  const [first] = await engine.search(word);
  if (!first) return false;
  const entry = await first.load();
  const tokens = splitTokens(entry.content);
  const near = [...first.words.map((place) => tokens[place] ?? ''), ...Object.values(entry.meta)].flatMap(readWords);
  return near.some((one) => one.startsWith(word) || areAlike(one, word));
}

function findTerm(engine: Engine, term: Exclude<Term, { type: 'phrase' }>, spellings: Spellings): Promise<Found> {
  if (term.type === 'reference') return findReference(engine, term.reference, spellings);
  return findAny(engine, term.type === 'group' ? term.group.variants.map((words) => words.join(' ')) : spellings.listSpellings(term.word));
}

/** Brings forward, among the best, what is called by the very words that were asked for. */
async function rankByTitle(hits: readonly EngineHit[], query: Query, spellings: Spellings): Promise<EngineHit[]> {
  const best = await Promise.all(
    hits
      .slice(0, MOST_RANKED)
      .map(async (hit) => ({ ...hit, score: hit.score * (1 + 2 * measureTitle(await hit.load(), query, spellings) ** 2) })),
  );
  return [...best.toSorted(byScore), ...hits.slice(MOST_RANKED)];
}

/**
 * Answers a query. Phrases are found by their words and then looked for in the text itself; other words are joined by
 * "and", but for a question, and where nothing has them all, most of them are enough. `weigh` says how much an entry
 * counts for what it is. Equal spellings give equal hits in equal order.
 */
export async function findHits(engine: Engine, query: Query, spellings: Spellings, weigh: (id: string) => number): Promise<Outcome> {
  const { terms } = query;
  const words = terms.filter((term) => term.type === 'word');
  const known = await Promise.all(
    words.map(async ({ word }) => (await Promise.all(spellings.listSpellings(word).map((run) => isKnown(engine, run)))).includes(true)),
  );
  const unknown = words.filter((_, index) => !known[index]).map(({ word }) => word);

  const phrases = terms.filter((term) => term.type === 'phrase');
  const loose = terms.filter((term) => term.type !== 'phrase').filter((term) => term.type !== 'word' || !unknown.includes(term.word));
  const candidates = await Promise.all(phrases.map((phrase) => findCandidates(engine, phrase.words, spellings)));
  const founds = await Promise.all(loose.map((term) => findTerm(engine, term, spellings)));

  const whole = intersect([...candidates, ...founds]);
  const lenient = founds.length > 1 && (query.question || whole.size === 0);
  let found = lenient ? intersect([...candidates, rankByShare(founds)]) : whole;
  const partial = found.size > whole.size;
  const unread = phrases.length > 0 && found.size > MOST_READ;
  for (const phrase of phrases) found = await keepPhrase(found, phrase.words, spellings);

  const hits = [...found.values()].map((hit) => ({ ...hit, score: hit.score * weigh(hit.id) })).toSorted(byScore);
  return { hits: await rankByTitle(hits, query, spellings), unknown, partial, unread };
}
