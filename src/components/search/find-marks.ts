import type { IndexedEntry } from './engine.ts';
import { findAlias, findPhrase, type IndexedText, readText, type Run } from './indexed-text.ts';
import type { Query, Term } from './parse-query.ts';
import type { Spellings } from './spellings.ts';
import { areAlike, readWords } from './words.ts';

/** A place in a text that answers a term of the query, by the term's index. */
export interface Mark extends Run {
  term: number;
}

function findTerm(term: Exclude<Term, { type: 'word' }>, text: IndexedText, entry: IndexedEntry, spellings: Spellings): Run[] {
  if (term.type === 'reference') return findPhrase(text, [term.reference]);
  if (term.type === 'group') {
    const variants = term.group.variants.map((words) => spellings.unify(words).map(({ word }) => word));
    return variants.flatMap((words) => [...findPhrase(text, words), ...findPhrase(text, [...words.slice(0, -1), `${words.at(-1)}s`])]);
  }
  const alias = findAlias(entry, term.words);
  return [...findPhrase(text, term.words), ...(alias ? findPhrase(text, readWords(alias.here)) : [])];
}

/** Every place in a text that answers the query, first to last; `places` are those of single words, as the index gave them. */
export function findMarks(
  entry: IndexedEntry,
  text: IndexedText,
  { terms }: Query,
  places: readonly number[],
  spellings: Spellings,
): Mark[] {
  const marks = terms.flatMap((term, index): Mark[] => {
    if (term.type !== 'word') return findTerm(term, text, entry, spellings).map((run) => ({ ...run, term: index }));
    const own = places.filter((place) =>
      readWords(text.tokens[place] ?? '').some((word) => areAlike(word, term.word) || word.startsWith(term.word)),
    );
    const spelt = spellings
      .listSpellings(term.word)
      .filter((run) => run.includes(' '))
      .flatMap((run) => findPhrase(text, run.split(' ')));
    return [...own.map((place) => ({ start: place, end: place + 1 })), ...spelt].map((run) => ({ ...run, term: index }));
  });
  return marks.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** Marks that touch or overlap, as one. */
export function mergeRuns(marks: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const { start, end } of marks) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

const measureText = (text: IndexedText, entry: IndexedEntry, query: Query, spellings: Spellings): number => {
  const everywhere = text.tokens.map((_, index) => index);
  const covered = new Set(findMarks(entry, text, query, everywhere, spellings).flatMap(({ start, end }) => everywhere.slice(start, end)));
  return text.tokens.length === 0 ? 0 : covered.size / text.tokens.length;
};

/** How much of an entry's title, or of another name for it, the query covers: from 0, none of its words, to 1, all. */
export function measureTitle(entry: IndexedEntry, query: Query, spellings: Spellings): number {
  const titles = [entry.meta['title'] ?? '', ...(entry.meta['variants'] ?? '').split('; ')];
  return Math.max(...titles.map((title) => measureText(readText(title, spellings), entry, query, spellings)));
}
