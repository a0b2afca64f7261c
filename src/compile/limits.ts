import type { Nodes, Root } from 'mdast';
import { Lexer } from 'yaml';
import type { Problem } from './problem.ts';

// Parsers overflow, or run for minutes, on texts that no editor writes. What passes here is parsed in seconds.
const MOST_CHARACTERS = 1_000_000;
const MOST_LINES = 20_000;
const MOST_MARKS = 2_000;
const DEEPEST = 64;

const LEADING = /^(?:[ \t]|>|[-*+?](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/;
const MARKS = /[*_~]+|`+|[[\]]/g;
const TAG = /<(\/?)[A-Za-z][^<>]*>/g;

const refuse = (file: string, line: number, column: number, message: string): Problem => ({
  file,
  line,
  column,
  kind: 'not-allowed',
  message,
});

const tooDeep = (file: string, line: number, column: number) =>
  refuse(file, line, column, `More than ${DEEPEST} levels stand inside one another here. Write it flatter`);

/** How many lists, quotations or mappings the start of a line can stand in. */
function measureLeading(line: string): number {
  if (line.trim() === '') return 0;
  const leading = LEADING.exec(line)?.[0] ?? '';
  const spaces = leading.replace(/[^ \t]/g, '').length;
  return Math.max(leading.length - spaces, leading.length / 2);
}

function checkMarks(file: string, lines: readonly string[]): Problem | undefined {
  let marks = 0;
  for (const [index, line] of lines.entries()) {
    marks = line.trim() === '' ? 0 : marks;
    for (const { 0: run, index: offset } of line.matchAll(MARKS)) {
      marks += 1;
      if (run.length > 2 * DEEPEST && run.length !== line.trim().length) return tooDeep(file, index + 1, offset + 1);
      if (marks > MOST_MARKS)
        return refuse(file, index + 1, offset + 1, `This paragraph has more than ${MOST_MARKS} marks (* _ ~ \` [ ]). Divide it`);
    }
  }
  return undefined;
}

function checkTags(file: string, lines: readonly string[]): Problem | undefined {
  let depth = 0;
  for (const [index, line] of lines.entries()) {
    for (const { 0: tag, 1: slash, index: offset } of line.matchAll(TAG)) {
      depth = Math.max(0, depth + (slash ? -1 : tag.endsWith('/>') ? 0 : 1));
      if (depth > DEEPEST) return tooDeep(file, index + 1, offset + 1);
    }
  }
  return undefined;
}

/** Says why a file is too large or too deep to be parsed, if it is. */
export function checkTextLimits(file: string, text: string): Problem | undefined {
  if (text.length > MOST_CHARACTERS) {
    return refuse(file, 1, 1, `The file has ${text.length} characters, and at most ${MOST_CHARACTERS} are read. Divide it`);
  }
  const lines = text.split('\n');
  if (lines.length > MOST_LINES)
    return refuse(file, MOST_LINES + 1, 1, `The file has ${lines.length} lines, and at most ${MOST_LINES} are read. Divide it`);
  const deep = lines.findIndex((line) => measureLeading(line) > DEEPEST);
  return deep < 0 ? (checkMarks(file, lines) ?? checkTags(file, lines)) : tooDeep(file, deep + 1, 1);
}

// A record of hundreds of recommendations has a tenth of this.
const MOST_FRONTMATTER = 250_000;

/** Says why the frontmatter is too large to be parsed, if it is. */
export function checkFrontmatterLimits(file: string, yaml: string): Problem | undefined {
  if (yaml.length <= MOST_FRONTMATTER) return undefined;
  return refuse(
    file,
    1,
    1,
    `The frontmatter has ${yaml.length} characters, and at most ${MOST_FRONTMATTER} are read. Put prose into the body`,
  );
}

/** The offset at which YAML or JSON is nested too deep to be parsed, if it is. */
export function findDeepData(text: string): number | undefined {
  let offset = 0;
  let depth = 0;
  for (const line of text.split('\n')) {
    if (measureLeading(line) > DEEPEST) return offset;
    offset += line.length + 1;
  }
  // Most texts have too few brackets to be deep, and need no lexer to tell.
  if (text.split(/[[{]/).length - 1 <= DEEPEST) return undefined;
  offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === '[' || token === '{') depth += 1;
    if (token === ']' || token === '}') depth -= 1;
    if (depth > DEEPEST) return offset;
    // These stand for the start of a document or scalar and the end of a collection, and take no room in the text.
    if (!/^[\u0002\u0018\u001F]$/.test(token)) offset += token.length;
  }
  return undefined;
}

/** Says where a parsed body is too deep to be walked, if it is. */
export function checkTreeLimits(file: string, tree: Root): Problem | undefined {
  let level: Nodes[] = [tree];
  // A block holds a paragraph, a paragraph phrases: twice the depth of what an editor sees.
  for (let depth = 0; level.length > 0; depth += 1) {
    const start = level[0]?.position?.start;
    if (depth > 2 * DEEPEST + 2) return tooDeep(file, start?.line ?? 1, start?.column ?? 1);
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
  return undefined;
}
