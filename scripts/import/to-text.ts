import type { Element } from 'hast';
import { stringify } from 'yaml';
import { compileBody } from '../../src/compile/body.ts';
import type { Block } from '../../src/compile/blocks.ts';
import { formatProblem } from '../../src/compile/problem.ts';
import type { DecisionText } from '../../src/schema/decision-text.ts';
import { type CleanOptions, cleanPhrases, dropUnseen, hoistCaptions, type LeftOut } from './clean-phrases.ts';
import { idOfDecision } from './decisions.ts';
import type { FoundStatement } from './find-statements.ts';
import { numberParagraphs } from './number-paragraphs.ts';
import { collapse, readWords } from './page-text.ts';
import { Refusal } from './refusal.ts';
import { toMarkdown, writeMarkdown } from './to-markdown.ts';

/** A statement's text, ready to be written. */
export interface ImportedText {
  body: string;
  leftOut: string[];
  /** Official numbers by the address of the paragraph, as the page counts them. */
  numbers: Record<string, string>;
  blocks: Block[];
}

export type HeldStatement = DecisionText['statements'][number];

const LICENCE_COMMENT =
  '## Null keeps this text out of the site. Name the terms here only where they allow the whole text to be published,\n## and nothing in it tells more of the people than the record may.';

const toYaml = (value: unknown) => stringify(value, { lineWidth: 0 });

/** Writes one item of `statements`, as it stands in the frontmatter of a text. */
export const writeHeldStatement = (statement: HeldStatement): string => toYaml([statement]).replace(/^/gm, '  ').trimEnd();

export const writeNumbers = (numbers: Record<string, string>): string => (Object.keys(numbers).length > 0 ? toYaml({ numbers }) : '');

/** Writes the whole file of a text. */
export function writeText(
  statement: HeldStatement,
  licence: string | null,
  { body, leftOut, numbers }: Pick<ImportedText, 'body' | 'leftOut' | 'numbers'>,
): string {
  const fields = [
    `statements:\n${writeHeldStatement(statement)}\n`,
    `${LICENCE_COMMENT}\n${toYaml({ licence })}`,
    leftOut.length > 0 ? toYaml({ leftOut }) : '',
    writeNumbers(numbers),
  ];
  return `---\n${fields.join('')}---\n\n${body}`;
}

const describeLeftOut = (leftOut: LeftOut): string[] =>
  [...leftOut].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([what, count]) => (count === 1 ? what : `${what}, ${count} times`));

/** Every word of a compiled text, in order, with single spaces. */
const readTextWords = (blocks: readonly Block[]): string =>
  collapse(blocks.flatMap(({ heading, passages }) => [heading?.text ?? '', ...passages.map(({ text }) => text)]).join(' '));

const readBlockWords = (blocks: readonly Element[]) => collapse(dropUnseen(blocks.map(readWords).join(' '), new Map()));

/** The first place at which two texts part, in a few words of each. */
function describeDifference(page: string, text: string): string {
  const at = [...page].findIndex((character, index) => [...text][index] !== character);
  const near = (words: string) => words.slice(Math.max(0, at - 15), at + 25);
  return `"${near(page)}" became "${near(text)}"`;
}

function build(statement: FoundStatement, file: string, scope: string | undefined, options: CleanOptions) {
  const cleaned = hoistCaptions(statement.blocks).map((block) => cleanPhrases(block, options));
  const { tree, numbers } = toMarkdown(numberParagraphs(cleaned), scope);
  const body = writeMarkdown(tree);
  const { blocks = [], problems } = compileBody(file, body, idOfDecision(statement.ref), { official: true });
  return { body, blocks, problems, numbers, words: readBlockWords(cleaned) };
}

/** Official numbers by address: each of the blocks that has one gives it to its first paragraph. */
function collectNumbers(blocks: readonly Block[], numbered: readonly (string | undefined)[]): Record<string, string> {
  const entries = blocks.flatMap(({ passages }, index): [string, string][] => {
    const [id, number] = [passages.find((passage) => passage.id !== undefined)?.id, numbered[index]];
    return id === undefined || number === undefined ? [] : [[id, number]];
  });
  return Object.fromEntries(entries);
}

/**
 * Turns a statement into the text of a decision, to be written to `file`. The words that come out are compared with
 * those that went in, character by character; where emphasis would cost one, the emphasis goes.
 */
export function toText(statement: FoundStatement, file: string, scope: string | undefined, base: string | undefined): ImportedText {
  for (const bare of [false, true]) {
    const leftOut: LeftOut = new Map();
    const { body, blocks, problems, numbers, words } = build(statement, file, scope, { leftOut, base, bare });
    const kept = problems.length === 0 ? readTextWords(blocks) : undefined;
    if (kept === words) return { body, leftOut: describeLeftOut(leftOut), numbers: collectNumbers(blocks, numbers), blocks };
    if (!bare) continue;
    const [problem] = problems;
    throw new Refusal(
      problem
        ? `Its text would not stand as content: ${formatProblem(problem)}`
        : `Its words could not be kept exactly: ${describeDifference(words, kept ?? '')}.`,
    );
  }
  throw new Refusal('It holds no text.');
}

/** Refuses a statement whose text cannot be kept, before anything is written. */
export const checkText = (statement: FoundStatement, base: string | undefined): void =>
  void toText(statement, 'decisions/checked/text.mdx', undefined, base);
