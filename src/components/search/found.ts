import type { EngineHit } from './engine.ts';

/** Hits by the ids of their entries. */
export type Found = Map<string, EngineHit>;

/** The share of its words that an entry needs to answer a question. */
const SHARE = 0.6;
/** The best first; of equals, always in the same order. */
export const byScore = (a: EngineHit, b: EngineHit) => b.score - a.score || (a.id < b.id ? -1 : 1);

export const toFound = (hits: readonly EngineHit[]): Found => new Map(hits.map((hit) => [hit.id, hit]));

/** What is in any of them, at its best score. */
export function unite(founds: readonly Found[]): Found {
  const [only] = founds;
  if (only && founds.length === 1) return only;
  const united: Found = new Map();
  for (const hit of founds.flatMap((found) => [...found.values()])) {
    const known = united.get(hit.id);
    united.set(hit.id, { ...hit, words: [...(known?.words ?? []), ...hit.words], score: Math.max(hit.score, known?.score ?? 0) });
  }
  return united;
}

/** What is in all of them, with the sum of its scores. */
export function intersect(founds: readonly Found[]): Found {
  const [first = new Map(), ...others]: readonly Found[] = founds;
  if (others.length === 0) return first;
  const rows = [...first.values()].map((hit) => [hit, ...others.map((found) => found.get(hit.id))]);
  return toFound(rows.flatMap((row) => (row.every((hit) => hit !== undefined) ? sum(row, row[0]) : [])));
}

const sum = (parts: readonly EngineHit[], hit: EngineHit | undefined): EngineHit[] =>
  hit ? [{ ...hit, score: parts.reduce((total, { score }) => total + score, 0), words: parts.flatMap(({ words }) => words) }] : [];

/** What is in most of them: the more, the better. */
export function rankByShare(founds: readonly Found[]): Found {
  const ids = new Set(founds.flatMap((found) => [...found.keys()]));
  const rows = [...ids].map((id) => founds.flatMap((found) => found.get(id) ?? []));
  const most = Math.max(...rows.map((parts) => parts.length));
  const enough = rows.filter((parts) => parts.length >= Math.min(most, Math.ceil(founds.length * SHARE)));
  return toFound(
    enough.flatMap((parts) => sum(parts, parts[0]).map((hit) => ({ ...hit, score: hit.score * (parts.length / founds.length) ** 2 }))),
  );
}

export const withoutPlaces = (found: Found): Found => toFound([...found.values()].map((hit) => ({ ...hit, words: [] })));
