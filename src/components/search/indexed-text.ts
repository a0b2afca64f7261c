import type { IndexedEntry } from './engine.ts';
import type { Spellings, UnifiedWord } from './spellings.ts';
import { readWords } from './words.ts';

/** A text in words, ready to look for phrases in. */
export interface IndexedText {
  /** The text as it is printed, split at spaces: the places that an index counts. */
  tokens: readonly string[];
  words: readonly string[];
  /** For each word, the token it stands in. */
  tokenOf: readonly number[];
  unified: readonly UnifiedWord[];
}

/** A run of tokens, `end` not included. */
export interface Run {
  start: number;
  end: number;
}

const GAP = '·';

/** Stands in a text where a reader sees something that the index does not. */
export const isGap = (token: string | undefined): boolean => token === GAP;

export const splitTokens = (text: string): string[] => text.split(/\s+/).filter(Boolean);

export function readText(text: string, spellings: Spellings): IndexedText {
  const tokens = splitTokens(text);
  const words: string[] = [];
  const tokenOf: number[] = [];
  tokens.forEach((token, index) => {
    // A gap is a word that nobody can type, so that no phrase is found across it.
    for (const word of isGap(token) ? [GAP] : readWords(token)) {
      words.push(word);
      tokenOf.push(index);
    }
  });
  return { tokens, words, tokenOf, unified: spellings.unify(words) };
}

function findSequence(haystack: readonly string[], needle: readonly string[]): number[] {
  const found: number[] = [];
  for (let index = 0; index + needle.length <= haystack.length; index++) {
    if (needle.every((word, offset) => haystack[index + offset] === word)) found.push(index);
  }
  return found;
}

/** Every place where a phrase stands, in its own or an equal spelling, first to last. */
export function findPhrase(text: IndexedText, phrase: readonly string[]): Run[] {
  const runs = new Map<number, Run>();
  const add = (first: number, last: number) => {
    const start = text.tokenOf[first] ?? 0;
    runs.set(start, { start, end: (text.tokenOf[last] ?? start) + 1 });
  };
  for (const at of findSequence(text.words, phrase)) add(at, at + phrase.length - 1);
  const unified = text.unified.map(({ word }) => word);
  for (const at of findSequence(unified, phrase)) add(text.unified[at]?.start ?? 0, (text.unified[at + phrase.length - 1]?.end ?? 1) - 1);
  return [...runs.values()].toSorted((a, b) => a.start - b.start);
}

/** Another name of a person: called `name` elsewhere, and `here` in this entry. */
export interface Alias {
  name: string;
  here: string;
}

/** The alias under which an entry answers to a phrase that is a name; it is kept as `Mr Q = Mr Y; Mr P = Mr X`. */
export function findAlias({ meta }: IndexedEntry, phrase: readonly string[]): Alias | undefined {
  const pairs = (meta['also'] ?? '').split('; ').map((pair) => pair.split(' = '));
  const [name, here] = pairs.find(([one]) => one !== undefined && readWords(one).join(' ') === phrase.join(' ')) ?? [];
  return name && here ? { name, here } : undefined;
}
