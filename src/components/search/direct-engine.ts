import type { Engine, EngineHit, FilterChoice, IndexedEntry } from './engine.ts';
import { findClose, findRuns } from './find-runs.ts';
import { type FoundWord, type IndexMeta, listWords, loadFile, readFilter, readMeta } from './index-files.ts';
import type { MatchedTerm } from './matches.ts';
import { type RankedEntry, rankEntries, type Ranking } from './rank.ts';
import { stem } from './stem.ts';

/** How many further files of words are loaded for longer words that begin as the one that is asked for. */
const MOST_FOLLOWING = 2;

function once<T>(load: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const answer = known.get(key) ?? load(key);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    return answer;
  };
}

/** The files that may hold a word, and longer ones that begin with it. */
function chooseChunks({ chunks }: IndexMeta, word: string): string[] {
  const first = Math.max(
    0,
    chunks.findLastIndex(({ from }) => from <= word),
  );
  const following = chunks.slice(first + 1, first + 1 + MOST_FOLLOWING).filter(({ from }) => from.startsWith(word));
  return [...chunks.slice(first, first + 1), ...following].map(({ file }) => file);
}

/** The words that begin with a stem; where there are none, the longest that the stem begins with. */
function chooseWords(words: readonly FoundWord[], wanted: string): FoundWord[] {
  const longer = words.filter(({ word }) => word.startsWith(wanted));
  if (longer.length > 0) return longer;
  const shorter = words.filter(({ word }) => wanted.startsWith(word));
  return shorter.toSorted((a, b) => b.word.length - a.word.length).slice(0, 1);
}

const splitAsked = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[\p{Pd}\p{Pe}\p{Pf}\p{Pi}\p{Po}\p{Ps}]/gu, '')
    .split(/\s+/)
    .filter(Boolean);

const fold = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');

interface IndexEntryFile {
  languages: { en: { hash: string } };
  kinds?: [kind: string, count: number][];
}

/**
 * Searches an index in Pagefind's form without Pagefind's program, whose time grows with the square of the entries that match.
 * The same query has the same answer whatever was asked before. `folder` is a whole address.
 */
export async function openDirectEngine(folder: string, ranking: Ranking): Promise<Engine> {
  const response = await fetch(`${folder}pagefind-entry.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error('The search index could not be loaded');
  const { languages, kinds = [] }: IndexEntryFile = await response.json();
  const meta = readMeta(await loadFile(`${folder}pagefind.${languages.en.hash}.pf_meta`));

  const loadWords = once(async (file) => listWords(await loadFile(`${folder}index/${file}.pf_index`)));
  const loadFilter = once(async (name) => {
    const file = meta.filters.get(name);
    return file === undefined ? new Map<string, Uint32Array>() : readFilter(await loadFile(`${folder}filter/${file}.pf_filter`));
  });
  const loadTexts = once(async (file): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await loadFile(`${folder}fragment/${file}.pf_fragment`))),
  );

  async function loadText(entry: number): Promise<IndexedEntry> {
    const { key, group } = meta.locateText(entry);
    const texts = await loadTexts(group || key);
    const text = group ? Reflect.get(Object(texts), key) : texts;
    return { ...text, raw_url: text.url, content: text.content.replace(/\u200B/g, '') };
  }

  const toHit = ({ entry, score, words }: RankedEntry): EngineHit => ({ id: String(entry), score, words, load: () => loadText(entry) });

  async function matchTerm(asked: string, exact: boolean): Promise<MatchedTerm> {
    const wanted = stem(fold(asked));
    const words = (
      await Promise.all(
        chooseChunks(meta, wanted)
          .slice(0, exact ? 1 : undefined)
          .map(loadWords),
      )
    ).flat();
    const chosen = exact ? words.filter(({ word }) => word === wanted) : chooseWords(words, wanted);
    return { stem: wanted, asked, forms: chosen.flatMap((one) => one.readForms()) };
  }

  const matchTerms = (text: string, exact: boolean) => Promise.all(splitAsked(text).map((asked) => matchTerm(asked, exact)));
  const all = meta.lengths.length;

  const search = async (text: string) => rankEntries(await matchTerms(text, false), meta, ranking).map(toHit);

  async function searchRun(text: string): Promise<EngineHit[]> {
    const among = new Set(findRuns(await matchTerms(text, true), all));
    return among.size === 0 ? [] : rankEntries(await matchTerms(text, false), meta, ranking, among).map(toHit);
  }

  async function findByFilter(choice: FilterChoice): Promise<EngineHit[]> {
    const chosen = Object.entries(choice).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
    const sets = await Promise.all(chosen.map(async ([name, value]) => (await loadFilter(name)).get(value) ?? new Uint32Array()));
    const [first = new Uint32Array(), ...others] = sets.toSorted((a, b) => a.length - b.length);
    const rest = others.map((entries) => new Set(entries));
    return [...first].filter((entry) => rest.every((entries) => entries.has(entry))).map((entry) => toHit({ entry, score: 1, words: [] }));
  }

  const ends = kinds.map((_, at) => kinds.slice(0, at + 1).reduce((sum, [, count]) => sum + count, 0));
  return {
    search: once(search),
    searchRun: once(searchRun),
    has: async (word) => (await matchTerms(word, true)).every(({ forms }) => forms.length > 0),
    findClose: async (words) => new Set(findClose(await matchTerms(words, false), all).map(String)),
    filter: findByFilter,
    kindOf: (id) => kinds[ends.findIndex((end) => Number(id) < end)]?.[0] ?? '',
    async readFacet(name, values) {
      const entriesByValue = await loadFilter(name);
      return new Map(values.map((value) => [value, new Set(Array.from(entriesByValue.get(value) ?? [], String))]));
    },
  };
}
