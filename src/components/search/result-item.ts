import { choosePassages, cutPieces, type Piece } from './choose-passages.ts';
import type { IndexedEntry } from './engine.ts';
import { buildHitAddress, type Root } from './hit-address.ts';
import { findMarks, mergeRuns } from './find-marks.ts';
import { findAlias, findPhrase, type IndexedText, readText } from './indexed-text.ts';
import type { Query } from './parse-query.ts';
import type { Spellings } from './spellings.ts';
import { readWords } from './words.ts';

/** An element with text and elements inside it. Nothing is ever read as HTML. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function createLink(href: string, className: string, ...children: (Node | string)[]): HTMLAnchorElement {
  const link = createElement('a', className, ...children);
  link.href = href;
  return link;
}

const MOST_DECISIONS = 2;

/** Kind, voice, date and decision in one line. */
function describe({ filters, meta }: IndexedEntry, nameOf: ResultContext['nameOf']): string {
  const decisions = filters['decision'] ?? [];
  const names = ['kind', 'voice'].flatMap((filter) => (filters[filter] ?? []).map((value) => nameOf(filter, value)));
  return [...names, meta['date'] ?? '', decisions.length <= MOST_DECISIONS ? decisions.join(', ') : ''].filter(Boolean).join(' · ');
}

/** Why an entry answers to a name that its text uses less than another, or not at all. */
const explain = (entry: IndexedEntry, text: IndexedText, { terms }: Query): string[] =>
  terms.flatMap((term) => {
    const alias = term.type === 'phrase' ? findAlias(entry, term.words) : undefined;
    const unusual =
      alias && term.type === 'phrase' && findPhrase(text, term.words).length < Math.max(1, findPhrase(text, readWords(alias.here)).length);
    return alias && unusual ? [`${alias.name} is called ${alias.here} here.`] : [];
  });

export interface ResultContext {
  root: Root;
  query: Query;
  spellings: Spellings;
  /** What a value of a filter is called. */
  nameOf: (filter: string, value: string) => string;
}

const toNodes = (pieces: readonly Piece[]) => pieces.map(({ text, marked }) => (marked ? createElement('mark', '', text) : text));

/** One result: what it is, its title, and up to three passages that lead to their place on the page. */
export function createResult(
  entry: IndexedEntry,
  places: readonly number[],
  { root, query, spellings, nameOf }: ResultContext,
): HTMLLIElement {
  const address = entry.raw_url ?? entry.url;
  const { text, titleRuns, passages } = choosePassages(entry, query, places, spellings);
  const title = readText(entry.meta['title'] ?? address, spellings);
  const everywhere = title.tokens.map((_, index) => index);
  const titleMarks = mergeRuns(findMarks(entry, title, query, everywhere, spellings));
  const titlePieces = cutPieces(title, {
    window: { start: 0, end: title.tokens.length },
    runs: titleMarks,
    cut: { before: false, after: false },
  });
  const heading = createLink(buildHitAddress(root, address, text, { anchor: undefined, runs: titleRuns }), '', ...toNodes(titlePieces));
  // The words of a quotation are its title: there is no more of it to show.
  const shown = passages.filter(({ runs }) => runs.length > 0 || entry.filters['voice'] === undefined);
  const items = shown.map((passage) =>
    createElement('li', '', createLink(buildHitAddress(root, address, text, passage), 'passage', ...toNodes(cutPieces(text, passage)))),
  );
  return createElement(
    'li',
    'result',
    createElement('p', 'result-kind', describe(entry, nameOf)),
    createElement('h3', '', heading),
    ...explain(entry, text, query).map((reason) => createElement('p', 'result-why', reason)),
    ...(items.length > 0 ? [createElement('ul', 'passages', ...items)] : []),
  );
}
