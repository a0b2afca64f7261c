import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

interface Result {
  score: number;
  words: number[];
  data: () => Promise<{ url: string }>;
}

interface Pagefind {
  search: (words: string | null, options?: object) => Promise<{ results: Result[] }>;
}

/** Answers of Pagefind's own search over an index in a folder, without a browser. */
export interface OpenIndex {
  /** Addresses with scores, best first; equal ones in the order of their addresses. */
  search: (words: string | null, options?: object) => Promise<string[]>;
  /** The bytes loaded so far, the search itself not counted. */
  loaded: () => number;
}

/** Has `fetch` answer addresses of files from the disk, and counts their bytes. */
export function readByFetch(): { loaded: () => number } {
  const fetchAny = globalThis.fetch;
  let bytes = 0;
  globalThis.fetch = async (input, init) => {
    const address = String(input instanceof Request ? input.url : input).replace(/\?.*/, '');
    if (!address.startsWith('/') && !address.startsWith('file:')) return fetchAny(input, init);
    const content = readFileSync(address.startsWith('file:') ? fileURLToPath(address) : address);
    if (!address.includes('wasm.')) bytes += content.length;
    return new Response(content);
  };
  return { loaded: () => bytes };
}

/** Opens an index with the module that Pagefind wrote beside it. */
export async function openIndex(folder: string, options: object = {}): Promise<OpenIndex> {
  const { loaded } = readByFetch();
  const { createInstance }: { createInstance: (options: object) => Pagefind } = await import(pathToFileURL(`${folder}/pagefind.js`).href);
  const pagefind = createInstance({ noWorker: true, basePath: `${folder}/`, baseUrl: '/', language: 'en', ...options });
  return {
    loaded,
    async search(words, filters) {
      const { results } = await pagefind.search(words, filters);
      const rows = await Promise.all(
        results.map(async ({ score, words: places, data }) => ({
          line: `${(await data()).url} ${score.toFixed(4)} ${places.join()}`,
          score,
        })),
      );
      return rows.toSorted((a, b) => b.score - a.score || (a.line < b.line ? -1 : 1)).map(({ line }) => line);
    },
  };
}
