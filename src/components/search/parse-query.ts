import type { Group, Spellings } from './spellings.ts';
import { foldText, splitWords } from './words.ts';

/** One thing that an entry must have. Words are unified, so that equal spellings give equal terms. */
export type Term =
  | { type: 'reference'; reference: string }
  | { type: 'phrase'; words: string[] }
  | { type: 'group'; group: Group }
  | { type: 'word'; word: string };

export interface Query {
  terms: Term[];
  /** True for a sentence that asks: an entry with most of its words may answer it. */
  question: boolean;
  /** The kind of entry that is most likely asked for. */
  kind: 'event' | 'term' | undefined;
}

// Words that questions are made of and that say nothing of what is asked for.
const COMMON = new Set(
  `a about after all also am an and any are as at be because been before being both but by can could did do does doing for from get got had happen happened happens has have having he her
  here him his how i if in into is it its just long many may me mean meaning means might more most much must my no not of on once one only or other our out over own said same say says
  shall she should since so some such than that the their them then there these they this those through to too under until up upon us very was we were what
  when where whether which while who whom whose why will with would you your`.split(/\s+/),
);
const ASKS =
  /^(?:who|whose|whom|what|when|where|why|how|which|is|are|was|were|did|do|does|has|have|had|can|could|should|would|will) .* |\?$/;
const TITLE = /^(?:mr|mrs|ms|miss|mx|dr)$/;
const PHRASE = /"([^"]*)"?|(?<=^|[\s(])'([^']*(?:'[a-z][^']*)*)'(?=$|[\s.,;:)?!])/g;

export const toReferenceNumber = (digits: string) => `${digits.slice(0, 2)} ${digits.slice(2, 5)} ${digits.slice(5)}`;

const isReference = (word: string) => /^\d{8}$/.test(word);

function readPhrase(text: string, spellings: Spellings): Term[] {
  const words = spellings.unify(splitWords(text)).map(({ word }) => word);
  const [first] = words;
  if (first !== undefined && words.length === 1 && isReference(first)) return [{ type: 'reference', reference: first }];
  return words.length > 0 ? [{ type: 'phrase', words }] : [];
}

function readLoose(text: string, spellings: Spellings): Term[] {
  const words = spellings.unify(splitWords(text)).map(({ word }) => word);
  const terms: Term[] = [];
  for (let index = 0; index < words.length;) {
    const word = words[index] ?? '';
    const next = words[index + 1];
    const found = spellings.findGroup(words, index);
    if (isReference(word)) terms.push({ type: 'reference', reference: word });
    else if (found) terms.push({ type: 'group', group: found.group });
    // A pseudonym is one name: "Q" alone would match every word that begins with it.
    else if (TITLE.test(word) && next?.length === 1) terms.push({ type: 'phrase', words: [word, next] });
    else if (!word.startsWith("'")) terms.push({ type: 'word', word });
    index += found?.length ?? (TITLE.test(word) && next?.length === 1 ? 2 : 1);
  }
  return terms;
}

const keyOf = (term: Term): string => {
  if (term.type === 'group') return `group ${term.group.id}`;
  return term.type === 'reference' ? term.reference : term.type === 'phrase' ? `"${term.words.join(' ')}"` : term.word;
};

/**
 * Reads what a person typed. Words in quotation marks, straight or curly, double or single, are one exact phrase; a mark that is
 * never closed reaches to the end. Words that only make a sentence are left out unless there are no others.
 */
export function parseQuery(text: string, spellings: Spellings): Query {
  const folded = foldText(text).trim();
  const phrases: Term[] = [];
  const rest = folded.replace(PHRASE, (_, double?: string, single?: string) => {
    phrases.push(...readPhrase(double ?? single ?? '', spellings));
    return ' ';
  });
  const loose = readLoose(rest, spellings);
  const telling = loose.filter((term) => term.type !== 'word' || !COMMON.has(term.word));
  const terms = [...phrases, ...(telling.length + phrases.length > 0 ? telling : loose)];
  return {
    terms: [...new Map(terms.map((term) => [keyOf(term), term])).values()],
    question: ASKS.test(folded),
    kind: /^when /.test(folded) ? 'event' : /^what (?:is|are) | means?\b/.test(folded) ? 'term' : undefined,
  };
}
