import { appendFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { daySchema, type PermalinkLine, permalinksFile, writePermalinkLine } from '../schema/permalink.ts';

/** Adds lines at the end of the ledger of a content folder. The result takes them back, for a release that then fails. */
export function appendPermalinks(content: string, lines: readonly PermalinkLine[]): () => void {
  const file = join(content, permalinksFile);
  const before = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
  const gap = before.length > 0 && before.at(-1) !== 10 ? '\n' : '';
  appendFileSync(file, gap + lines.map((line) => `${writePermalinkLine(line)}\n`).join(''));
  return () => truncateSync(file, before.length);
}

/** Today as the ledger dates its lines. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** Whether the ledger may date a line so. */
export const isDay = (text: string): boolean => daySchema.safeParse(text).success;
