import { later } from './later.ts';

/** Finds items of a list by a key, in the order of the list, without going through it. It is sorted out when it is first asked. */
export const finder = <T>(list: () => readonly T[], keysOf: (item: T) => Iterable<string>) => {
  const groups = later(() => {
    const made = new Map<string, T[]>();
    for (const item of list()) {
      for (const key of new Set(keysOf(item))) {
        const group = made.get(key);
        if (group) group.push(item);
        else made.set(key, [item]);
      }
    }
    return made;
  });
  return (key: string): readonly T[] => groups().get(key) ?? [];
};
