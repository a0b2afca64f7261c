// A list of an archive never changes once it is linked, so its index can be kept beside it.
const indexes = new WeakMap<readonly { id: string }[], ReadonlyMap<string, { id: string }>>();

/** The entry of a list with this id, without going through the list. The list must not change afterwards. */
export function findById<T extends { id: string }>(list: readonly T[], id: string): T | undefined {
  const index = (indexes.get(list) as ReadonlyMap<string, T> | undefined) ?? new Map(list.map((entry) => [entry.id, entry]));
  indexes.set(list, index);
  return index.get(id);
}

/** The entry of a list with this id; throws where there is none. */
export function getById<T extends { id: string }>(list: readonly T[], kind: string, id: string): T {
  const entry = findById(list, id);
  if (!entry) throw new Error(`There is no ${kind} "${id}" in the archive`);
  return entry;
}
