import type { Engine, EngineHit, IndexedEntry } from '../../src/components/search/engine.ts';
import { splitTokens } from '../../src/components/search/indexed-text.ts';
import { readWords } from '../../src/components/search/words.ts';

/** An entry as an index holds it; `anchors` are written `id` at the word before which they stand: `[['p-1', 0]]`. */
export const indexedEntry = (
  url: string,
  content: string,
  more: Partial<Pick<IndexedEntry, 'meta' | 'filters'>> & { anchors?: [string, number][] } = {},
): IndexedEntry => ({
  url,
  content,
  meta: more.meta ?? { title: 'Untitled' },
  filters: more.filters ?? {},
  anchors: (more.anchors ?? []).map(([id, location]) => ({ id, location })),
});

/** A token as an index holds it: whole, without its hyphens and points, and in its parts. */
const formsOf = (token: string): string[] => [readWords(token).join(''), ...readWords(token)];

const textsOf = ({ content, meta }: IndexedEntry) => [content, ...Object.values(meta)].map((text) => splitTokens(text).map(formsOf));

const hasRun = (tokens: readonly string[][], run: readonly string[]) =>
  tokens.some((_, at) => run.every((word, offset) => tokens[at + offset]?.includes(word)));

/**
 * A small index that behaves like Pagefind where it matters: words are matched by their beginning, in the text and in the
 * metadata; words in quotation marks must follow one another; the score is the number of matches.
 */
export function fakeEngine(entries: readonly IndexedEntry[]): Engine {
  const toHit = (entry: IndexedEntry, words: number[], score: number): EngineHit => ({
    id: entry.url,
    score,
    words,
    load: () => Promise.resolve(entry),
  });
  const findRun = (run: readonly string[]) =>
    entries.filter((entry) => textsOf(entry).some((tokens) => hasRun(tokens, run))).map((entry) => toHit(entry, [], 1));
  const findAll = (sought: readonly string[]) =>
    entries.flatMap((entry) => {
      const counts = sought.map(
        (word) =>
          textsOf(entry)
            .flat()
            .filter((forms) => forms.some((form) => form.startsWith(word))).length,
      );
      const places = splitTokens(entry.content).flatMap((token, at) =>
        formsOf(token).some((form) => sought.some((word) => form.startsWith(word))) ? [at] : [],
      );
      return counts.includes(0)
        ? []
        : [
            toHit(
              entry,
              places,
              counts.reduce((sum, count) => sum + count),
            ),
          ];
    });
  const filter: Engine['filter'] = (choice) =>
    Promise.resolve(
      entries
        .filter(({ filters }) => Object.entries(choice).every(([name, value]) => value === undefined || filters[name]?.includes(value)))
        .map((entry) => toHit(entry, [], 1)),
    );
  return {
    search: (words) => Promise.resolve(findAll(readWords(words))),
    async searchRun(words) {
      const ids = new Set(findRun(readWords(words)).map(({ id }) => id));
      return findAll(readWords(words)).filter(({ id }) => ids.has(id));
    },
    filter,
    has: (word) => Promise.resolve(findRun(readWords(word)).length > 0),
    readFacet: async (name, values) =>
      new Map(
        await Promise.all(values.map(async (value) => [value, new Set((await filter({ [name]: value })).map(({ id }) => id))] as const)),
      ),
  };
}
