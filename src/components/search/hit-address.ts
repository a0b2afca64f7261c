import type { Passage } from './choose-passages.ts';
import { type IndexedText, isGap, type Run } from './indexed-text.ts';
import { readWords, splitPunctuation } from './words.ts';

type Words = Pick<IndexedText, 'tokens' | 'words' | 'tokenOf'>;

const CONTEXT = 5;
const MOST_MARKS = 3;

/** Where the site begins: what stands before a path, without a final slash, and the name of a page's file where it must be said. */
export interface Root {
  base: string;
  index: string;
}

/** A text directive keeps `-`, `,` and `&` for itself. */
const encode = (text: string) => encodeURIComponent(text).replaceAll('-', '%2D');

// A full stop may be the index's own, at the end of a block; one between letters hides the place where another element begins.
const ENDS = /[.!?:;…]["'”’)\]]*$/u;
const BROKEN = /\p{L}[.!?:]\p{L}/u;

const isBoundary = (token: string | undefined) => token === undefined || isGap(token) || BROKEN.test(token);

/** Splits a run where a sentence or a cell ends inside it: a directive finds words within one block only. */
function splitRun(tokens: readonly string[], { start, end }: Run): Run[] {
  const parts: Run[] = [];
  let from = start;
  for (let index = start; index < end; index++) {
    if (index + 1 < end && !ENDS.test(tokens[index] ?? '')) continue;
    parts.push({ start: from, end: index + 1 });
    from = index + 1;
  }
  return parts;
}

/** The tokens before and after a run that belong to its sentence, as far as they help to find it. */
function readContext(tokens: readonly string[], { start, end }: Run): { before: string[]; after: string[] } {
  const before: string[] = [];
  for (let index = start - 1; index >= start - CONTEXT; index--) {
    const token = tokens[index];
    if (token === undefined || isBoundary(token) || ENDS.test(token)) break;
    before.unshift(token);
  }
  const after: string[] = [];
  for (let index = end; index < end + CONTEXT && !ENDS.test(tokens[index - 1] ?? ''); index++) {
    const token = tokens[index];
    if (token === undefined || isBoundary(token)) break;
    after.push(token);
  }
  return { before, after };
}

/** Whether these words stand here before they stand anywhere else in the text: a browser marks the first place that fits. */
function isFirst({ words, tokenOf }: Words, tokens: readonly string[], start: number): boolean {
  const sought = readWords(tokens.join(' '));
  const at = words.findIndex((_, index) => sought.every((word, offset) => words[index + offset] === word));
  return at >= 0 && tokenOf[at] === start;
}

/**
 * One directive with the words before a run and one with those after it. Where one of them crosses into another block, which
 * the index cannot tell, the other still marks the run; where both fit, they mark the same words.
 */
function writeDirectives(text: Words, run: Run): string[] {
  const own = text.tokens.slice(run.start, run.end);
  const { before: opening, core, after: closing } = splitPunctuation(own.join(' '));
  if (core === '') return [];
  const { before, after } = readContext(text.tokens, run);
  const prefix = before.length > 0 ? `${encode([...before, opening].filter(Boolean).join(' '))}-,` : '';
  const following = splitPunctuation([closing, ...after].filter(Boolean).join(' '));
  const suffix = after.length > 0 ? `,-${encode(following.before + following.core)}` : '';
  const single = [
    ...(prefix && isFirst(text, [...before, ...own], run.start - before.length) ? [`${prefix}${encode(core)}`] : []),
    ...(suffix && isFirst(text, [...own, ...after], run.start) ? [`${encode(core)}${suffix}`] : []),
  ];
  if (single.length > 0) return single;
  return prefix || suffix || isFirst(text, own, run.start) ? [`${prefix}${encode(core)}${suffix}`] : [];
}

/** `:~:text=...` for the runs that a browser is to mark on arrival, or nothing. */
export function writeTextFragment(text: Words, runs: readonly Run[]): string {
  const directives = runs
    .flatMap((run) => splitRun(text.tokens, run))
    .slice(0, MOST_MARKS)
    .flatMap((run) => writeDirectives(text, run));
  return directives.length > 0 ? `:~:${directives.map((directive) => `text=${directive}`).join('&')}` : '';
}

/**
 * The address of a passage: the page, the nearest anchor, and the words to mark. Words after `#` are never sent to a server.
 * An entry that is itself an anchor keeps it.
 */
export function buildHitAddress(
  { base, index }: Root,
  address: string,
  text: Words,
  { anchor, runs }: Pick<Passage, 'anchor' | 'runs'>,
): string {
  const [page = '', own] = address.split('#');
  const fragment = `${own ?? anchor ?? ''}${writeTextFragment(text, runs)}`;
  return `${base}${page}${page.endsWith('/') ? index : ''}${fragment ? `#${fragment}` : ''}`;
}
