/** Numbers that look random and are the same for the same seed, on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  next: () => number;
  /** A whole number from 0 up to, not including, `below`. */
  below: (below: number) => number;
  pick: <T>(values: readonly [T, ...T[]]) => T;
  /** Some of these, each once, in their own order. */
  pickSome: <T>(values: readonly T[], count: number) => T[];
}

/** Mixes names and numbers into one seed (FNV-1a). */
function mixSeed(...parts: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of parts.join('\0')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** A generator of its own for one thing (mulberry32), so that each thing is the same whatever was made before it. */
export function openRandom(...seed: readonly (string | number)[]): Random {
  let state = mixSeed(...seed);
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (values) => values[below(values.length)] ?? values[0],
    pickSome: (values, count) => {
      const left = values.map((_, index) => index);
      const chosen = Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0] ?? 0);
      return chosen.toSorted((a, b) => a - b).flatMap((index) => values.slice(index, index + 1));
    },
  };
}
