import { closest, distance } from 'fastest-levenshtein';

// Shorter parts of an id or a name stand in too many.
const SHORTEST_PART = 4;

/** The candidate nearest to what was written, or the only one that it is a part of; undefined where none is near enough to be meant. */
export function findNearest(written: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const nearest = closest(written, candidates);
  if (distance(written, nearest) <= Math.max(2, Math.floor(written.length / 3))) return nearest;
  const holding = written.length < SHORTEST_PART ? [] : candidates.filter((candidate) => candidate.includes(written));
  return holding.length === 1 ? holding[0] : undefined;
}

/** ` Did you mean "x"?`, or what to do instead. */
export function suggest(written: string, candidates: readonly string[], otherwise: string): string {
  const nearest = findNearest(written, candidates);
  return nearest === undefined ? otherwise : `Did you mean "${nearest}"?`;
}
