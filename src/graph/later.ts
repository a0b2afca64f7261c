/** Makes a value when it is first asked for, and keeps it. */
export function later<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
