import { readWords } from './words.ts';

/** Words or names that mean the same thing, each as a list of words: s117, section 117 ... */
export interface Group {
  id: string;
  variants: string[][];
}

/** A word after unifying, with the words it stands for: from `start` up to, not including, `end`. */
export interface UnifiedWord {
  word: string;
  start: number;
  end: number;
}

export interface Spellings {
  /** Writes every spelling of one thing as one word: `care co-ordinator` as `carecoordinator`, `section 117` as `s117`. */
  unify: (words: readonly string[]) => UnifiedWord[];
  /** The longest group of which a variant begins at `index`, and how many words it takes. */
  findGroup: (words: readonly string[], index: number) => { group: Group; length: number } | undefined;
  /** Every way to write a unified word, in words that an index holds. */
  listSpellings: (word: string) => string[];
}

const SECTION = /^(?:s|ss|sec|section|sections)$/;
const JOINED_SECTION = /^(?:sec|section)(\d+[a-z]{0,2})$/;
const NUMBER = /^\d+[a-z]{0,2}$/;
/** How everything begins that has a general spelling: few words do, and the others need no closer look. */
const GENERAL = /^(?:\d|s|co$)/;

const startsWith = (words: readonly string[], index: number, sequence: readonly string[]) =>
  sequence.every((word, offset) => words[index + offset] === word);

/** A case reference in any spelling, as eight digits: 24 005 859a, 24-005-859, 24005859. */
function readReference(words: readonly string[], index: number): { word: string; length: number } | undefined {
  const whole = /^(\d{8})[a-z]?$/.exec(words[index] ?? '');
  if (whole?.[1]) return { word: whole[1], length: 1 };
  const [two = '', three = '', last = ''] = words.slice(index, index + 3);
  const end = /^(\d{3})[a-z]?$/.exec(last);
  return /^\d{2}$/.test(two) && /^\d{3}$/.test(three) && end ? { word: `${two}${three}${end[1]}`, length: 3 } : undefined;
}

/** Spellings that hold in any record, whatever its glossary: references, sections of an Act, co-ordination and co-operation. */
function readGeneral(words: readonly string[], index: number): { word: string; length: number } | undefined {
  const [word = '', next = ''] = [words[index], words[index + 1]];
  if (!GENERAL.test(word)) return undefined;
  const reference = readReference(words, index);
  if (reference) return reference;
  if (SECTION.test(word) && NUMBER.test(next)) return { word: `s${next}`, length: 2 };
  const joined = JOINED_SECTION.exec(word);
  if (joined) return { word: `s${joined[1]}`, length: 1 };
  return word === 'co' && /^(?:ord|op)/.test(next) ? { word: `co${next}`, length: 2 } : undefined;
}

/** The general spellings of a list of words, each as one word. */
function unifyGenerally(words: readonly string[]): UnifiedWord[] {
  const unified: UnifiedWord[] = [];
  for (let start = 0; start < words.length;) {
    const { word, length } = readGeneral(words, start) ?? { word: words[start] ?? '', length: 1 };
    unified.push({ word, start, end: start + length });
    start += length;
  }
  return unified;
}

const wordsOf = (unified: readonly UnifiedWord[]) => unified.map(({ word }) => word);

/** Joins runs of unified words that are one of the sequences into one word each. */
function joinSequences(unified: readonly UnifiedWord[], sequences: ReadonlyMap<string, string[][]>): UnifiedWord[] {
  const words = wordsOf(unified);
  const joined: UnifiedWord[] = [];
  for (let index = 0; index < unified.length;) {
    const length = sequences.get(words[index] ?? '')?.find((sequence) => startsWith(words, index, sequence))?.length ?? 1;
    const run = unified.slice(index, index + length);
    joined.push({ word: run.map(({ word }) => word).join(''), start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 });
    index += length;
  }
  return joined;
}

/**
 * Reads groups of equal spellings, one list of variants a term. The variants of a list are searched for together;
 * those that differ in spaces, hyphens and points only (after care, aftercare) are one word even in an exact phrase.
 */
export function readSpellings(lists: readonly (readonly string[])[]): Spellings {
  const variantsOf = lists.map((variants) => [
    ...new Map(variants.map((variant) => [readWords(variant).join(' '), readWords(variant)])).values(),
  ]);
  const sequencesByFirst = new Map<string, string[][]>();
  const apartByJoined = new Map<string, string[][]>();
  const unify = (words: readonly string[]) => joinSequences(unifyGenerally(words), sequencesByFirst);

  // Short ones first, so that a longer term is joined only where its parts do not already agree.
  for (const variant of variantsOf.flat().toSorted((a, b) => a.length - b.length)) {
    const words = wordsOf(unify(variant));
    const same = apartByJoined.get(words.join('')) ?? [];
    if (!same.some((other) => other.join(' ') === words.join(' '))) apartByJoined.set(words.join(''), [...same, words]);
    for (const sequence of apartByJoined.get(words.join('')) ?? []) {
      if ((apartByJoined.get(words.join(''))?.length ?? 0) < 2 || sequence.length < 2) continue;
      const known = sequencesByFirst.get(sequence[0] ?? '') ?? [];
      if (!known.includes(sequence))
        sequencesByFirst.set(
          sequence[0] ?? '',
          [...known, sequence].toSorted((a, b) => b.length - a.length),
        );
    }
  }

  const groups = variantsOf.map((variants): Group => ({
    id: variants
      .map((words) => words.join(' '))
      .toSorted()
      .join('|'),
    variants,
  }));
  const keys = groups.flatMap((group) => group.variants.map((variant) => ({ group, key: wordsOf(unify(variant)) })));
  const keysByFirst = Map.groupBy(
    keys.toSorted((a, b) => b.key.length - a.key.length),
    ({ key }) => key[0] ?? '',
  );

  return {
    unify,
    findGroup(words, index) {
      const found = keysByFirst.get(words[index] ?? '')?.find(({ key }) => startsWith(words, index, key));
      return found && { group: found.group, length: found.key.length };
    },
    listSpellings(word) {
      const section = /^s(\d+[a-z]{0,2})$/.exec(word)?.[1];
      const reference = /^(\d{2})(\d{3})(\d{3})$/.exec(word)?.slice(1).join(' ');
      const apart = (apartByJoined.get(word) ?? []).map((sequence) => sequence.join(' '));
      return [...new Set([word, ...apart, ...(section ? [`section ${section}`, `s ${section}`] : []), ...(reference ? [reference] : [])])];
    },
  };
}
