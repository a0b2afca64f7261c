import type { Engine, FilterChoice } from './engine.ts';

/** For each filter, its values and the ids of the entries that have them. */
export type Facets = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** Asks the index once what has each value of each filter. */
export async function loadFacets(engine: Engine, values: ReadonlyMap<string, readonly string[]>): Promise<Facets> {
  const facets = [...values].map(async ([name, own]) => {
    const sets = await Promise.all(
      own.map(async (value) => [value, new Set((await engine.filter({ [name]: value })).map(({ id }) => id))] as const),
    );
    return [name, new Map(sets)] as const;
  });
  return new Map(await Promise.all(facets));
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

/** How much an entry counts for its kind, the more if that kind is asked for. */
export function weighByKind(facets: Facets, asked: string | undefined): (id: string) => number {
  const kinds = [...(facets.get('kind') ?? [])];
  return (id) => {
    const kind = kinds.find(([, ids]) => ids.has(id))?.[0] ?? '';
    return (WEIGHTS[kind] ?? 1) * (kind === asked ? ASKED_FOR : 1);
  };
}
