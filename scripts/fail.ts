/** Ends a command that cannot do what it was asked to. */
export function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
