/** What stands in a skeleton where an editor has still to write. */
export const BLANK = 'FILL IN';

export const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === BLANK;
