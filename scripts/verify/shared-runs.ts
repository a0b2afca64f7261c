import type { Prose } from './our-prose.ts';

/** A run of words that our prose shares with a copy of another's. */
export interface SharedRun {
  file: string;
  line: number;
  words: string;
  source: string;
}

export const SHORTEST_RUN = 8;

const WORD = /[\p{L}\p{N}£]+(?:[’'\-‑][\p{L}\p{N}]+)*|\u0000/gu;

const toWords = (text: string) =>
  (text.normalize('NFC').toLowerCase().match(WORD) ?? []).map((word) => word.replace(/[’‑]/g, (mark) => (mark === '’' ? "'" : '-')));

const gramAt = (words: readonly string[], index: number) => words.slice(index, index + SHORTEST_RUN).join(' ');

interface Piece {
  prose: Prose;
  words: string[];
}

function findRuns({ prose, words }: Piece, shared: ReadonlySet<string>, source: string): SharedRun[] {
  const runs: SharedRun[] = [];
  for (let index = 0; index + SHORTEST_RUN <= words.length; index += 1) {
    if (!shared.has(gramAt(words, index))) continue;
    let end = index + SHORTEST_RUN;
    while (end < words.length && shared.has(gramAt(words, end - SHORTEST_RUN + 1))) end += 1;
    runs.push({ file: prose.file, line: prose.line, words: words.slice(index, end).join(' '), source });
    index = end - 1;
  }
  return runs;
}

/** Makes a search of our prose for runs of eight words and more. Only our own words are kept in memory, however many copies there are. */
export function openRunSearch(prose: readonly Prose[]): (copy: string, source: string) => SharedRun[] {
  const pieces = prose.map((one): Piece => ({ prose: one, words: toWords(one.text) }));
  const piecesByGram = new Map<string, Piece[]>();
  for (const piece of pieces) {
    for (let index = 0; index + SHORTEST_RUN <= piece.words.length; index += 1) {
      const gram = gramAt(piece.words, index);
      if (gram.includes('\u0000')) continue;
      const known = piecesByGram.get(gram);
      if (known) known.push(piece);
      else piecesByGram.set(gram, [piece]);
    }
  }
  return (copy, source) => {
    const words = toWords(copy);
    const shared = new Set<string>();
    for (let index = 0; index + SHORTEST_RUN <= words.length; index += 1) {
      const gram = gramAt(words, index);
      if (piecesByGram.has(gram)) shared.add(gram);
    }
    const touched = new Set([...shared].flatMap((gram) => piecesByGram.get(gram) ?? []));
    return [...touched].flatMap((piece) => findRuns(piece, shared, source));
  };
}
