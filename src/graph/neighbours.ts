/** The entries next to the one with this id, in the order given. */
export function findNeighbours<T extends { id: string }>(
  entries: readonly T[],
  id: string,
): { before: T | undefined; after: T | undefined } {
  const here = entries.findIndex((entry) => entry.id === id);
  return here < 0 ? { before: undefined, after: undefined } : { before: entries[here - 1], after: entries[here + 1] };
}
