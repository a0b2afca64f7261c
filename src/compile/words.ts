import { createHash } from 'node:crypto';

/** The letters and digits of our own words, and the points and strokes inside numbers: spacing, punctuation and case make no other words. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<!\p{N})[.,:/]|[.,:/](?!\p{N})|[^\p{L}\p{N}.,:/]/gu, '');

/** Eight hexadecimal digits of a hash of words. The permalink ledger holds these, so they may never come out otherwise. */
export const hashWords = (...parts: readonly string[]): string => createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 8);
