/**
 * One thing for the whole process. A build bundles the pages apart from the command and the integrations, so each has its own copy
 * of a module, and what they share cannot be a variable of one.
 */
export function processWide<T extends object>(name: string, open: () => T): T {
  const key = Symbol.for(`upheld:${name}`);
  const known = Reflect.get(globalThis, key) as T | undefined;
  if (known) return known;
  const opened = open();
  Reflect.set(globalThis, key, opened);
  return opened;
}
