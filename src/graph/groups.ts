/** Groups items by a key, the groups in the order given and then as they come; keys that no item has are left out. */
export function groupInOrder<T, K>(items: readonly T[], keyOf: (item: T) => K, order: readonly K[] = []): [K, T[]][] {
  const groups = Map.groupBy(items, keyOf);
  const keys = new Set([...order, ...groups.keys()]);
  return [...keys].flatMap((key): [K, T[]][] => {
    const group = groups.get(key);
    return group ? [[key, group]] : [];
  });
}

/** `1 quotation`, `1,200 quotations`, `no quotations`. */
export const formatCountOf = (count: number, one: string, many = `${one}s`): string =>
  `${count === 0 ? 'no' : count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** `3 findings, 1 event`: those of which there are any, or nothing. */
export const formatCounts = (counts: readonly (readonly [count: number, one: string, many?: string])[]): string =>
  counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => formatCountOf(count, one, many))
    .join(', ');
