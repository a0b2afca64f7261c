import { checkFrontmatterLimits } from './limits.ts';
import type { Problem } from './problem.ts';
import { type LocatedData, readYaml } from './yaml-document.ts';

const FENCED = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m;
const OPENED = /^---[ \t]*(?:\n|$)/;

const blank = (text: string) => text.replace(/[^\n]/g, ' ');

export interface SplitFile {
  frontmatter: LocatedData | undefined;
  /** The body with the frontmatter blanked by spaces, so that lines and columns are those of the file. */
  body: string;
  problems: Problem[];
}

/** Makes line ends `\n` and drops a byte order mark, so that neither makes a difference to what is published. */
export const normaliseNewlines = (text: string) => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

/** Splits a normalised `.mdx` file into its frontmatter and its body. */
export function splitFile(file: string, text: string): SplitFile {
  const match = FENCED.exec(text);
  if (!match || match.index !== 0) {
    const opened = OPENED.test(text);
    const message = opened
      ? 'The frontmatter is never closed. Put a line "---" after the last field'
      : 'The file does not begin with frontmatter. Begin it with a line "---", the fields, and a line "---"';
    return {
      frontmatter: undefined,
      body: opened ? '' : text,
      problems: [{ file, line: 1, column: 1, kind: 'malformed-frontmatter', message }],
    };
  }
  const [whole, yaml = ''] = match;
  const limit = checkFrontmatterLimits(file, yaml);
  if (limit) return { frontmatter: undefined, body: '', problems: [limit] };
  const before = whole.indexOf('\n') + 1;
  const { data, problems } = readYaml(file, blank(text.slice(0, before)) + yaml);
  return { frontmatter: data, body: blank(whole) + text.slice(whole.length), problems };
}
