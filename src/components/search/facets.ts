import type { Engine, FilterChoice } from './engine.ts';

/** For each filter, its values and the ids of the entries that have them. */
export type Facets = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Asks the index once what has each value of each filter. */
export async function loadFacets(engine: Engine, values: ReadonlyMap<string, readonly string[]>): Promise<Facets> {
  return new Map(await Promise.all([...values].map(async ([name, own]) => [name, await engine.readFacet(name, own)] as const)));
}

const passes = (facets: Facets, id: string, name: string, value: string | undefined) =>
  value === undefined || (facets.get(name)?.get(value)?.has(id) ?? false);

/** Whether an entry passes every filter that is set, but for the one named. */
export const passesAll = (facets: Facets, id: string, choice: FilterChoice, except?: string): boolean =>
  Object.entries(choice).every(([name, value]) => name === except || passes(facets, id, name, value));

/** For each filter and value, how many entries would be left if it were chosen beside what is set in the others. */
export function countChoices(facets: Facets, ids: readonly string[], choice: FilterChoice): Map<string, Map<string, number>> {
  return new Map(
    [...facets].map(([name, sets]) => {
      const open = ids.filter((id) => passesAll(facets, id, choice, name));
      return [name, new Map([...sets].map(([value, set]) => [value, open.filter((id) => set.has(id)).length]))];
    }),
  );
}

/** How much an entry counts for what it is: the record itself before what is said about it elsewhere. */
const WEIGHTS: Readonly<Record<string, number>> = { decision: 1.3, source: 0.6 };

/** How much the kind that a question asks for counts more. */
const ASKED_FOR = 1.6;

/** The kind of each entry that a filter lets through. */
export function readKinds(facets: Facets): (id: string) => string {
  const kindById = new Map([...(facets.get('kind') ?? [])].flatMap(([kind, ids]) => [...ids].map((id) => [id, kind] as const)));
  return (id) => kindById.get(id) ?? '';
}

/** How much an entry counts for its kind, the more if that kind is asked for. */
export const weighByKind =
  (kindOf: (id: string) => string, asked: string | undefined): ((id: string) => number) =>
  (id) => {
    const kind = kindOf(id);
    return (WEIGHTS[kind] ?? 1) * (kind === asked ? ASKED_FOR : 1);
  };
