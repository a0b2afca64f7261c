import type { Nodes, Paragraph, Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { citing, isComponentName } from '../schema/vocabulary.ts';
import { isCall, type MarkdownCall, readProps } from './calls.ts';
import { isWords, locateIn, type Words } from './locate-words.ts';
import type { Problem } from './problem.ts';

/** One sentence of a body, and what ties it to the record. */
interface Sentence {
  /** The words in which it begins, and where in them. */
  start: { node: Words; index: number } | undefined;
  /** `cited`: it holds a citation. `carried`: one that soon follows in its paragraph covers it. `bare`: none does. */
  tie: 'cited' | 'carried' | 'bare';
  /** Whose opinion it is, where it is marked as one. */
  by: string | undefined;
}

/** How the sentences of a body are tied to the record. */
export interface Coverage {
  sentences: number;
  cited: number;
  carried: number;
  bare: number;
  /** Sentences that are marked as opinion, or hold one, by whose it is. */
  opinions: { by: string; sentences: number }[];
}

/** How many sentences before it a citation can carry. */
const REACH = 3;

const CALL = '\uFFFC';
// A full stop after a single capital letter is that of an initial.
const END = /(?<!(?:^|[\s.])\p{Lu})[.?!…][’”)]*(?=\s|\uFFFC|$)/gu;
/** Calls after a full stop, and what shows that the next sentence begins only after them. */
const TAIL = /[\s\uFFFC]*(?=$|[“‘(]*[\p{Lu}\d])/uy;

interface Run {
  /** The words, with a mark for each call. */
  words: string;
  calls: { name: string; index: number }[];
  /** Stretches of words that are somebody’s opinion. */
  opinions: { from: number; to: number; by: string }[];
  parts: { node: Words; index: number }[];
}

const whoseOf = (opinion: MarkdownCall): string => readProps(opinion)['by'] ?? '';

/** Reads a paragraph as one run of words; notes beside it are paragraphs of their own. */
function readRun(paragraph: Paragraph): Run {
  const run: Run = { words: '', calls: [], opinions: [], parts: [] };
  const read = (node: Nodes): void => {
    if (isWords(node)) {
      run.parts.push({ node, index: run.words.length });
      run.words += node.value;
    } else if (isCall(node)) {
      if (!node.name || !isComponentName(node.name) || node.name === 'Note' || node.name === 'Anchor') return;
      if (node.name !== 'Opinion') {
        run.calls.push({ name: node.name, index: run.words.length });
        run.words += CALL;
      }
      const from = run.words.length;
      node.children.forEach(read);
      if (node.name === 'Opinion') run.opinions.push({ from, to: run.words.length, by: whoseOf(node) });
    } else if ('children' in node) node.children.forEach(read);
  };
  paragraph.children.forEach(read);
  return run;
}

/** Where each sentence of a run begins and ends. */
function cutSentences(words: string): { from: number; to: number }[] {
  const cuts = [...words.matchAll(END)].map(({ 0: end, index }) => {
    TAIL.lastIndex = index + end.length;
    const tail = TAIL.exec(words)?.[0] ?? '';
    return index + end.length + tail.length;
  });
  const edges = [0, ...cuts, words.length];
  return edges
    .slice(1)
    .map((to, index) => ({ from: edges[index] ?? 0, to }))
    .filter(({ from, to }) => /[\p{L}\p{N}]/u.test(words.slice(from, to)));
}

/** Hands out the items of a list in order: those that stand before each place asked for, and not handed out before. */
function handOut<T extends { index: number }>(items: readonly T[]): (before: number) => T[] {
  let at = 0;
  return (before) => {
    const from = at;
    while ((items[at]?.index ?? before) < before) at += 1;
    return items.slice(from, at);
  };
}

function readParagraph(paragraph: Paragraph, by: string | undefined): Sentence[] {
  const { words, calls, opinions, parts } = readRun(paragraph);
  const [takeCalls, takeParts] = [handOut(calls), handOut(parts)];
  let part: (typeof parts)[number] | undefined;
  const sentences = cutSentences(words).map(({ from, to }) => {
    const start = from + words.slice(from, to).search(/[^\s\uFFFC]/);
    part = takeParts(start + 1).at(-1) ?? part;
    return {
      start: part && { node: part.node, index: start - part.index },
      cited: takeCalls(to).some(({ name }) => isComponentName(name) && citing.includes(name)),
      by: by ?? opinions.find((opinion) => opinion.from < to && opinion.to > from)?.by,
    };
  });
  return sentences.map(({ cited, ...sentence }, index) => {
    const soon = sentences.slice(index + 1, index + 1 + REACH).some((next) => next.cited);
    return { ...sentence, tie: cited ? 'cited' : soon ? 'carried' : 'bare' };
  });
}

/** The sentences of a body in order, each with what ties it to the record. */
export function listSentences(tree: Root): Sentence[] {
  const sentences: Sentence[] = [];
  visitParents(tree, 'paragraph', (paragraph: Paragraph, ancestors: Nodes[]) => {
    const opinion = ancestors.filter(isCall).findLast(({ name }) => name === 'Opinion');
    sentences.push(...readParagraph(paragraph, opinion && whoseOf(opinion)));
  });
  return sentences;
}

/** Counts sentences by what ties them to the record; an opinion counts as that alone. */
export function countSentences(sentences: readonly Sentence[]): Coverage {
  const facts = sentences.filter(({ by }) => by === undefined);
  const count = (tie: Sentence['tie']) => facts.filter((sentence) => sentence.tie === tie).length;
  const opinions = Map.groupBy(
    sentences.filter(({ by }) => by !== undefined),
    ({ by }) => by ?? '',
  );
  return {
    sentences: sentences.length,
    cited: count('cited'),
    carried: count('carried'),
    bare: count('bare'),
    opinions: [...opinions].map(([by, own]) => ({ by, sentences: own.length })),
  };
}

/** Sentences that neither a citation nor an opinion ties to anything. */
export const findBare = (file: string, sentences: readonly Sentence[]): Problem[] =>
  sentences
    .filter(({ tie, by }) => tie === 'bare' && by === undefined)
    .map(({ start }) => ({
      file,
      ...(start ? locateIn(start.node, start.index) : { line: 1, column: 1 }),
      kind: 'unsourced-sentence',
      message:
        'No citation in this sentence, or soon after it in its paragraph, says what it rests on. Add a <Cite>, or say by <Opinion by="..."> whose view it is',
    }));
