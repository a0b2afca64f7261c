import search from 'approx-string-match';
import { normaliseWords, type PreparedText } from '../../src/graph/find-words.ts';

/** The stretch of a text that is most like some words, and in what the two differ. It is shown, and never taken for them. */
export interface NearWords {
  start: number;
  text: string;
  errors: number;
  differences: string[];
}

const MOST_ERRORS = 80;

const toTokens = (text: string) => text.split(' ').filter((token) => token !== '');

/** Where two runs of words part, as `"avoidable" where the copy has "unavoidable"`. */
function listDifferences(words: string, copy: string): string[] {
  const [a, b] = [toTokens(words), toTokens(copy)];
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  const at = (x: number, y: number) => table[x]?.[y] ?? 0;
  for (let x = a.length - 1; x >= 0; x -= 1) {
    for (let y = b.length - 1; y >= 0; y -= 1)
      (table[x] ?? [])[y] = a[x] === b[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
  }
  const differences: string[] = [];
  let [x, y] = [0, 0];
  while (x < a.length || y < b.length) {
    const [fromX, fromY] = [x, y];
    while ((x < a.length || y < b.length) && !(x < a.length && y < b.length && a[x] === b[y])) {
      if (y >= b.length || (x < a.length && at(x + 1, y) >= at(x, y + 1))) x += 1;
      else y += 1;
    }
    const [own, theirs] = [a.slice(fromX, x).join(' '), b.slice(fromY, y).join(' ')];
    if (own && theirs) differences.push(`"${own}" where the copy has "${theirs}"`);
    else if (own) differences.push(`"${own}" is not in the copy`);
    else if (theirs) differences.push(`the copy has "${theirs}" as well`);
    while (x < a.length && y < b.length && a[x] === b[y]) [x, y] = [x + 1, y + 1];
  }
  return differences;
}

/** Widens a stretch to whole words. */
function widen(text: string, start: number, end: number): { start: number; end: number } {
  const isLetter = (index: number) => /[\p{L}\p{N}]/u.test(text.charAt(index));
  let [from, to] = [start, end];
  while (from > 0 && isLetter(from - 1) && isLetter(from)) from -= 1;
  while (to < text.length && isLetter(to) && isLetter(to - 1)) to += 1;
  return { start: from, end: to };
}

/** The nearest stretch of a text, or undefined where nothing in it is like the words. */
export function findNearestWords(words: string, { text, plain }: PreparedText): NearWords | undefined {
  const sought = normaliseWords(words).text.trim();
  const most = Math.min(MOST_ERRORS, Math.floor(sought.length * 0.3));
  const best = search(plain.text, sought, most).toSorted((a, b) => a.errors - b.errors || a.start - b.start)[0];
  if (!best) return undefined;
  const { start, end } = widen(plain.text, best.start, best.end);
  const [from, to] = [plain.places[start] ?? 0, plain.places[end] ?? text.length];
  return {
    start: from,
    text: text.slice(from, to).replace(/\s+/g, ' ').trim(),
    errors: best.errors,
    differences: listDifferences(sought, plain.text.slice(start, end)),
  };
}
