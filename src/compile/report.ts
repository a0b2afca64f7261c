import { type Problem, type ProblemKind, problemKinds } from './problem.ts';

/** The folder of the pages that explain each kind of problem. */
const HELP = 'docs/problems';

/** The page that says what a kind of problem means and how to mend it. */
export const helpPage = (kind: ProblemKind): string => `${HELP}/${kind}.md`;

/** One line that names the pages for the problems found, each kind once. */
export function formatHelp(problems: readonly Problem[]): string {
  const found = problemKinds.filter((kind) => problems.some((problem) => problem.kind === kind));
  return `How to mend them: ${HELP}/ ${found.map((kind) => `${kind}.md`).join(', ')}`;
}

/** A problem with its page, as `npm run check -- --json` gives it. */
export const toJsonProblem = (problem: Problem) => ({ ...problem, help: helpPage(problem.kind) });

const escapeText = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A problem as a command that GitHub Actions shows beside the line. */
export function formatAnnotation({ file, line, column, kind, message }: Problem): string {
  return `::error file=${escapeProperty(file)},line=${line},col=${column},title=${kind}::${escapeText(message)}${/[.?!]$/.test(message) ? '' : '.'} See ${helpPage(kind)}`;
}
