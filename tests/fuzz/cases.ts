const asked = process.env['UPHELD_FUZZ'];

/** How many made-up cases a law is tried on. Set UPHELD_FUZZ to any number; the cases are then new ones in every run. */
const cases = Number(asked ?? 2000);

/** A part of all cases, at least a few. */
export const share = (part: number): number => Math.ceil(cases * part);

/** Settings of fast-check. What failed is told in words, and making the case smaller would take minutes. */
export const known = { endOnFailure: true, ...(asked === undefined && { seed: 117 }) };

export const SLOWEST = 120_000 + cases * 50;
