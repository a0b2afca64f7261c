/** Every kind of problem, by its permanent name. */
export const problemKinds = [
  'unreadable-file',
  'malformed-frontmatter',
  'missing-field',
  'unknown-field',
  'bad-value',
  'impossible-date',
  'hidden-character',
  'personal-data',
  'withheld-words',
  'typed-figure',
  'mdx-syntax',
  'code-in-content',
  'unknown-component',
  'bad-property',
  'missing-anchor',
  'misplaced-anchor',
  'duplicate-anchor',
  'link-in-link',
  'unsafe-link',
  'undefined-link',
  'not-allowed',
  'unsourced-paragraph',
  'unsourced-sentence',
  'unknown-reference',
  'duplicate-id',
  'reserved-name',
  'name-mismatch',
  'unchecked-quotation',
  'stray-quotation',
  'payment-arithmetic',
  'claim-arithmetic',
  'broken-lineage',
  'malformed-ledger',
  'missing-file',
  'altered-capture',
  'quotation-not-in-text',
  'unfilled-blank',
  'lost-permalink',
  'uncorrected-change',
  'broken-permalink',
  'reused-permalink',
  'edited-ledger',
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** Something an editor must mend. Lines and columns count from 1; the message says what is wrong and what to do. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  kind: ProblemKind;
  message: string;
}

const byPlace = (a: Problem, b: Problem) =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column || (a.message < b.message ? -1 : 1);

export const sortProblems = (problems: readonly Problem[]): Problem[] => problems.toSorted(byPlace);

/** One line: `content/decisions/24-005-859.mdx:41:7 unknown event "x". Did you mean "y"?` */
export function formatProblem({ file, line, column, message }: Problem): string {
  const stop = /[.?!]$/.test(message) ? '' : '.';
  return `${file}:${line}:${column} ${message}${stop}`.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '\uFFFD');
}

export const formatCount = (count: number): string => `${count} ${count === 1 ? 'problem' : 'problems'}`;

/** The folder of the pages that explain each kind of problem. */
const HELP = 'docs/problems';

/** The page that says what a kind of problem means and how to mend it. */
export const helpPage = (kind: ProblemKind): string => `${HELP}/${kind}.md`;

/** One line that names the pages for the problems found, each kind once. */
export function formatHelp(problems: readonly Problem[]): string {
  const found = problemKinds.filter((kind) => problems.some((problem) => problem.kind === kind));
  return `How to mend ${problems.length === 1 ? 'it' : 'them'}: ${found.map(helpPage).join(', ')}`;
}

/** Thrown where the content cannot be published; carries every problem, and the place of the first for Astro's overlay. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly title = 'The content has problems';
  readonly hint: string;
  readonly problems: readonly Problem[];
  readonly loc: { file: string; line: number; column: number } | undefined;

  constructor(problems: readonly Problem[]) {
    super([...problems.map(formatProblem), formatCount(problems.length)].join('\n'));
    const [first] = problems;
    this.problems = problems;
    this.hint = formatHelp(problems);
    this.loc = first && { file: first.file, line: first.line, column: first.column };
    // Where in the program it was thrown says nothing to an editor, and Astro would print it with every problem.
    this.stack = `${this.name}: ${this.message}`;
  }
}
