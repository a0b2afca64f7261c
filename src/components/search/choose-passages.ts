import type { IndexedEntry } from './engine.ts';
import { findMarks, type Mark, mergeRuns } from './find-marks.ts';
import { findPhrase, type IndexedText, isGap, readText, type Run } from './indexed-text.ts';
import type { Query } from './parse-query.ts';
import type { Spellings } from './spellings.ts';
import { readWords, splitPunctuation } from './words.ts';

/** A stretch of an entry's text that answers the query. */
export interface Passage {
  /** The id of the paragraph, finding, quotation ... that it stands in or after, where the page has one. */
  anchor: string | undefined;
  /** The stretch in tokens, and the runs in it to be marked. */
  window: Run;
  runs: Run[];
  cut: { before: boolean; after: boolean };
}

const LONGEST = 34;
const BEFORE = 7;
const MOST = 3;
const SUMMARY = 's-summary';
const ENDED = /(?:^·|[.!?:;…]['"”’)\]]*)$/u;
/** Addresses that stay: of paragraphs, findings, recommendations, quotations and sections. Ids of headings that only name a section are no addresses. */
const ADDRESS = /^[pfrqs]-(?!.*-(?:title|text)$)/;

function listBlocks(entry: IndexedEntry, length: number): (Run & { anchor: string | undefined })[] {
  const anchors = entry.anchors.filter(({ id }) => ADDRESS.test(id)).toSorted((a, b) => a.location - b.location);
  const starts = [{ id: undefined, location: 0 }, ...anchors];
  return starts
    .map(({ id, location }, index) => ({ anchor: id, start: location, end: starts[index + 1]?.location ?? length }))
    .filter(({ start, end }) => end > start);
}

/** The stretch of a block that answers most of the query, and how well. */
function chooseWindow(block: Run, marks: readonly Mark[]): { window: Run; value: number } {
  let best = { window: block, value: -1 };
  for (const mark of marks) {
    const start = Math.max(block.start, Math.min(mark.start - BEFORE, block.end - LONGEST));
    const window = { start, end: Math.min(block.end, start + LONGEST) };
    const inside = marks.filter((one) => one.start >= window.start && one.end <= window.end);
    const value = new Set(inside.map(({ term }) => term)).size * 10 + Math.min(inside.length, 9);
    if (value > best.value) best = { window, value };
  }
  return best;
}

const sharesTokens = (one: Run, other: Run) => one.start < other.end && other.start < one.end;

export interface Passages {
  text: IndexedText;
  /** The marks in the title, where it stands in the text: it is shown as the title and not again. */
  titleRuns: Run[];
  passages: Passage[];
}

/**
 * The up to three stretches of an entry that answer a query best, in the order of the text, each within one paragraph.
 * An entry that was found by its title or by another name gives the beginning of its text.
 */
export function choosePassages(entry: IndexedEntry, query: Query, places: readonly number[], spellings: Spellings): Passages {
  const text = readText(entry.content, spellings);
  const marks = findMarks(entry, text, query, places, spellings);
  const titles = findPhrase(text, readWords(entry.meta['title'] ?? ''));
  const inText = marks.filter((mark) => !titles.some((title) => sharesTokens(mark, title)));
  const [first] = titles;
  const titleRuns = first ? mergeRuns(marks.filter((mark) => sharesTokens(mark, first))) : [];

  const found = listBlocks(entry, text.tokens.length).flatMap((block) => {
    const own = inText.filter(({ start, end }) => start >= block.start && end <= block.end);
    if (own.length === 0) return [];
    const { window, value } = chooseWindow(block, own);
    const runs = mergeRuns(own.filter(({ start, end }) => start >= window.start && end <= window.end));
    return [
      {
        value,
        passage: { anchor: block.anchor, window, runs, cut: { before: window.start > block.start, after: window.end < block.end } },
      },
    ];
  });
  const best = found
    .toSorted((a, b) => b.value - a.value)
    .slice(0, MOST)
    .map(({ passage }) => passage);
  const summary = entry.anchors.find(({ id }) => id === SUMMARY);
  const start = summary?.location ?? titles.at(-1)?.end ?? 0;
  const end = Math.min(start + LONGEST, text.tokens.length);
  const beginning: Passage[] =
    end > start ? [{ anchor: summary?.id, window: { start, end }, runs: [], cut: { before: false, after: end < text.tokens.length } }] : [];
  return { text, titleRuns, passages: best.length > 0 ? best.toSorted((a, b) => a.window.start - b.window.start) : beginning };
}

export interface Piece {
  text: string;
  marked: boolean;
}

/** The pieces of a window, marked and unmarked in turn; marks keep to the words and leave out the punctuation around them. */
export function cutPieces(
  { tokens }: Pick<IndexedText, 'tokens'>,
  { window, runs, cut }: Pick<Passage, 'window' | 'runs' | 'cut'>,
): Piece[] {
  const pieces: Piece[] = cut.before ? [{ text: '… ', marked: false }] : [];
  const add = (text: string, marked: boolean) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.marked === marked) last.text += text;
    else pieces.push({ text, marked });
  };
  // A gap is shown as a point between two pieces, but not at the edge of the window or after a full stop.
  const isShown = (token: string, index: number) =>
    !isGap(token) || (index > window.start && index + 1 < window.end && !ENDED.test(tokens[index - 1] ?? ''));
  const join = (start: number, end: number) => tokens.slice(start, end).filter((token, offset) => isShown(token, start + offset));
  let at = window.start;
  for (const { start, end } of runs) {
    const { before, core, after } = splitPunctuation(join(start, end).join(' '));
    add(`${[...join(at, start), before].join(' ')}`, false);
    add(core, true);
    add(`${after} `, false);
    at = end;
  }
  add([...join(at, window.end), ...(cut.after ? ['…'] : [])].join(' '), false);
  const last = pieces.at(-1);
  if (last) last.text = last.text.trimEnd();
  return pieces.filter(({ text }) => text !== '');
}
