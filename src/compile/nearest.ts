import { closest, distance } from 'fastest-levenshtein';

/** The candidate nearest to what was written, or undefined where none is near enough to be meant. */
export function findNearest(written: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const nearest = closest(written, candidates);
  return distance(written, nearest) <= Math.max(2, Math.floor(written.length / 3)) ? nearest : undefined;
}

/** ` Did you mean "x"?`, or what to do instead. */
export function suggest(written: string, candidates: readonly string[], otherwise: string): string {
  const nearest = findNearest(written, candidates);
  return nearest === undefined ? otherwise : `Did you mean "${nearest}"?`;
}
