import { loadPagefind } from './load-pagefind.ts';

/** A thing in the index, as it was written there. `location` counts words of the content. */
export interface IndexedEntry {
  raw_url?: string;
  url: string;
  content: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
  anchors: { id: string; location: number }[];
}

/** An entry that answers a search; `words` are the places in its content that do. */
export interface EngineHit {
  id: string;
  score: number;
  words: readonly number[];
  load: () => Promise<IndexedEntry>;
}

export type FilterChoice = Partial<Record<string, string>>;

/** Searches for words, all of which an entry must have, or for everything that a filter lets through. */
export interface Engine {
  search: (words: string) => Promise<EngineHit[]>;
  /** The entries that have words one after the other, by their stems, with the scores and places of the search for all of them. */
  searchRun: (words: string) => Promise<EngineHit[]>;
  filter: (choice: FilterChoice) => Promise<EngineHit[]>;
  /** Whether an entry has this word or one with its stem. */
  has: (word: string) => Promise<boolean>;
  /** The ids of the entries in which words stand in their order and close together, where the engine can tell. */
  findClose?: (words: string) => Promise<ReadonlySet<string>>;
  /** The ids of the entries that have each of these values of a filter. */
  readFacet: (name: string, values: readonly string[]) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
  /** The kind of an entry, where that is known before anything is asked for. */
  kindOf?: (id: string) => string;
}

interface PagefindResults {
  results: { id: string; score: number; words: number[]; data: () => Promise<IndexedEntry> }[];
}

interface Pagefind {
  search: (words: string | null, options?: { filters?: Record<string, string[]> }) => Promise<PagefindResults>;
}

export interface PagefindModule {
  createInstance: (options: object) => Pagefind;
}

// A title tells what an entry is about; the other fields only make it findable under names that its text does not use.
export const RANKING = { metaWeights: { title: 4, variants: 4, names: 0.4, also: 0.4, date: 1 }, pageLength: 0.5, termSimilarity: 2 };

/**
 * Notes what fails to arrive from `folder`, and forgets it when asked. Pagefind leaves out the part of an index that
 * it cannot load and answers from the rest, so its requests have to be watched.
 */
function watchFailures(folder: string): () => boolean {
  const fetchAny = window.fetch.bind(window);
  let failed = false;
  window.fetch = async (input, init) => {
    const isOurs = new URL(input instanceof Request ? input.url : input, location.href).href.startsWith(folder);
    try {
      const response = await fetchAny(input, init);
      failed ||= isOurs && !response.ok;
      return response;
    } catch (error) {
      failed ||= isOurs;
      throw error;
    }
  };
  return () => {
    const answer = failed;
    failed = false;
    return answer;
  };
}

/** Loads Pagefind from `folder`, a whole address, with the digest of its index. Rejects where it, or later a part of its index, cannot be loaded. */
export async function openEngine(folder: string, index = ''): Promise<Engine> {
  const hasFailed = watchFailures(folder);
  const { createInstance } = await loadPagefind(folder, index);
  // In the page itself: a worker would need an address that Trusted Types forbid.
  const pagefind = createInstance({ noWorker: true, ranking: RANKING });
  const known = new Map<string, Promise<EngineHit[]>>();

  async function ask(words: string | null, filters: Record<string, string[]>): Promise<EngineHit[]> {
    const { results } = await pagefind.search(words, { filters });
    if (hasFailed()) throw new Error('A part of the search index could not be loaded');
    return results.map(({ id, score, words: places, data }) => ({ id, score, words: places, load: data }));
  }

  function askOnce(words: string | null, filters: Record<string, string[]>): Promise<EngineHit[]> {
    const key = JSON.stringify([words, filters]);
    const answer = known.get(key) ?? ask(words, filters);
    known.set(key, answer);
    answer.catch(() => known.delete(key));
    return answer;
  }

  const filter = (choice: FilterChoice) =>
    askOnce(null, Object.fromEntries(Object.entries(choice).flatMap(([name, value]) => (value === undefined ? [] : [[name, [value]]]))));

  return {
    search: (words) => askOnce(words, {}),
    async searchRun(words) {
      const [scored, inOrder] = await Promise.all([askOnce(words, {}), askOnce(`"${words}"`, {})]);
      const ids = new Set(inOrder.map(({ id }) => id));
      return scored.filter(({ id }) => ids.has(id));
    },
    filter,
    has: async (word) => (await askOnce(`"${word}"`, {})).length > 0,
    async readFacet(name, values) {
      const sets = values.map(async (value) => [value, new Set((await filter({ [name]: value })).map(({ id }) => id))] as const);
      return new Map(await Promise.all(sets));
    },
  };
}
