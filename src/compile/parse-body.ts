import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { VFileMessage } from 'vfile-message';
import { checkTextLimits, checkTreeLimits } from './limits.ts';
import type { Problem } from './problem.ts';

const parser = remark().use(remarkMdx).use(remarkGfm);
const MOST_FAULTS = 100;
// Each fault costs another parse, so a long text ends sooner: its first faults are told, the others on the next run.
const MOST_PARSED = 2_000_000;
const UNCLOSED = /^Expected a closing tag for .*?\((\d+):(\d+)-/;

const emptyTree = (): Root => ({ type: 'root', children: [] });

/** The offset of the `<` or `{` that began what could not be parsed. */
function findOpening(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('<', offset), text.lastIndexOf('{', offset));
}

const toOffset = (text: string, line: number, column: number) =>
  text.split('\n', line - 1).reduce((offset, before) => offset + before.length + 1, column - 1);

function readMessage(error: unknown, text: string): { line: number; column: number; offset: number; reason: string } | undefined {
  if (!(error instanceof VFileMessage)) return undefined;
  // A component that is never closed is told at its end or nowhere; its own place stands in the words.
  const [, line, column] = (UNCLOSED.exec(error.reason) ?? []).map(Number);
  if (line && column) return { line, column, offset: toOffset(text, line, column), reason: error.reason };
  if (!error.place) return undefined;
  const point = 'start' in error.place ? error.place.start : error.place;
  return { line: point.line, column: point.column, offset: point.offset ?? 0, reason: error.reason };
}

/** A text on which the parser itself broke down: some crossings of components with lists and headings do that. */
function describeBreakdown(file: string, text: string, error: unknown): Problem {
  const line =
    Math.max(
      text.split('\n').findIndex((words) => words.trim() !== ''),
      0,
    ) + 1;
  const reason = error instanceof Error ? error.message.split('\n')[0] : 'no reason given';
  const message = `The body cannot be parsed (${reason}). Close every component in the block that it began in`;
  return { file, line, column: 1, kind: 'mdx-syntax', message };
}

/**
 * Parses a body as MDX. The parser stops at its first fault, so the character that began it is blanked and
 * the text parsed again, until every fault of the file is known.
 */
export function parseBody(file: string, body: string): { tree: Root; problems: Problem[] } {
  const limit = checkTextLimits(file, body);
  if (limit) return { tree: emptyTree(), problems: [limit] };
  const problems: Problem[] = [];
  let text = body;
  for (;;) {
    try {
      const tree = parser.parse(text);
      const deep = checkTreeLimits(file, tree);
      return deep ? { tree: emptyTree(), problems: [...problems, deep] } : { tree, problems };
    } catch (error) {
      const fault = readMessage(error, text);
      if (!fault) return { tree: emptyTree(), problems: [...problems, describeBreakdown(file, text, error)] };
      const { line, column, offset, reason } = fault;
      const message = `${reason.split(';')[0]}. Write \\< or \\{ for the sign itself, and close every component`;
      problems.push({ file, line, column, kind: 'mdx-syntax', message });
      const opening = findOpening(text, offset);
      if (opening < 0 || problems.length >= MOST_FAULTS || problems.length * text.length > MOST_PARSED)
        return { tree: emptyTree(), problems };
      text = `${text.slice(0, opening)} ${text.slice(opening + 1)}`;
    }
  }
}
