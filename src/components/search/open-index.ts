import { openDirectEngine } from './direct-engine.ts';
import { type Engine, openEngine, RANKING } from './engine.ts';
import { type Facets, loadFacets, readKinds } from './facets.ts';
import { loadPagefind } from './load-pagefind.ts';

/** An index that is loaded. The facets of a large one are loaded when they are first asked for: they are more than an answer is. */
export interface OpenIndex {
  engine: Engine;
  readFacets: () => Promise<Facets>;
  kindOf: (id: string) => string;
  /** Whether facets are read before anything is ranked, and so are there already. */
  hasFacets: boolean;
}

interface IndexPlace {
  /** Its address, ending in a stroke. */
  folder: string;
  /** Whether it was made in shards, and is searched without Pagefind’s program. */
  isLarge: boolean;
  digest: string | undefined;
  /** Every value of each filter. */
  values: Map<string, string[]>;
}

/** Loads an index. Rejects where it cannot be had. */
export async function openIndex({ folder, isLarge, digest, values }: IndexPlace): Promise<OpenIndex> {
  // In the offline edition, the files of an index are read by what comes with Pagefind there.
  if (isLarge && document.documentElement.dataset['root'] !== undefined) await loadPagefind(folder);
  const engine = await (isLarge ? openDirectEngine(folder, RANKING) : openEngine(folder, digest));
  let loading: Promise<Facets> | undefined;
  const readFacets = () => (loading ??= loadFacets(engine, values));
  return { engine, readFacets, kindOf: engine.kindOf ?? readKinds(await readFacets()), hasFacets: engine.kindOf === undefined };
}
