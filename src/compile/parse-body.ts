import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { VFileMessage } from 'vfile-message';
import type { Problem } from './problem.ts';

const parser = remark().use(remarkMdx).use(remarkGfm);
const MOST_FAULTS = 100;

/** The offset of the `<` or `{` that began what could not be parsed. */
function findOpening(text: string, offset: number): number {
  return Math.max(text.lastIndexOf('<', offset), text.lastIndexOf('{', offset));
}

function readMessage(error: unknown): { line: number; column: number; offset: number; reason: string } | undefined {
  if (!(error instanceof VFileMessage) || !error.place) return undefined;
  const point = 'start' in error.place ? error.place.start : error.place;
  return { line: point.line, column: point.column, offset: point.offset ?? 0, reason: error.reason };
}

/**
 * Parses a body as MDX. The parser stops at its first fault, so the character that began it is blanked and
 * the text parsed again, until every fault of the file is known.
 */
export function parseBody(file: string, body: string): { tree: Root; problems: Problem[] } {
  const problems: Problem[] = [];
  let text = body;
  for (;;) {
    try {
      return { tree: parser.parse(text), problems };
    } catch (error) {
      const fault = readMessage(error);
      if (!fault) throw error;
      const { line, column, offset, reason } = fault;
      const message = `${reason.split(';')[0]}. Write \\< or \\{ for the sign itself, and close every component`;
      problems.push({ file, line, column, kind: 'mdx-syntax', message });
      const opening = findOpening(text, offset);
      if (opening < 0 || problems.length >= MOST_FAULTS) return { tree: { type: 'root', children: [] }, problems };
      text = `${text.slice(0, opening)} ${text.slice(opening + 1)}`;
    }
  }
}
