import type { PersonEntry } from './archive.ts';

const withPlainSpaces = (words: string) => words.replace(/\u00A0/g, ' ');

/** Whether a name stands in the words, and not as a part of another; a no-break space is a space. */
export function holdsName(words: string, name: string): boolean {
  const [within, sought] = [words, name].map(withPlainSpaces);
  if (!sought || !within?.includes(sought)) return false;
  const pattern = sought.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'u').test(within);
}

/** Those of these persons of whom any pseudonym stands in the words. */
export const findNamed = (words: string, persons: readonly PersonEntry[]): PersonEntry[] =>
  persons.filter(({ data }) => data.names.some(({ name }) => holdsName(words, name)));

/** Who somebody is in two or three words: "the father", where more is said after a comma. */
export const nameRole = ({ data }: PersonEntry): string => data.role.split(',')[0] ?? data.role;

/** The letters that a person has in these decisions (in all, where none is named), each with the decisions that use it. */
export function listLetters({ data }: PersonEntry, decisions: readonly string[] = []): { name: string; decisions: string[] }[] {
  const own = data.names.filter(({ decision }) => decisions.length === 0 || decisions.includes(decision));
  return [...Map.groupBy(own, ({ name }) => name)].map(([name, uses]) => ({ name, decisions: uses.map(({ decision }) => decision) }));
}
