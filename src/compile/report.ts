import { helpPage, type Problem } from './problem.ts';

/** A problem with its page, as `npm run check -- --json` gives it. */
export const toJsonProblem = (problem: Problem) => ({ ...problem, help: helpPage(problem.kind) });

const escapeText = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string) => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A problem as a command that GitHub Actions shows beside the line. */
export function formatAnnotation({ file, line, column, kind, message }: Problem): string {
  return `::error file=${escapeProperty(file)},line=${line},col=${column},title=${kind}::${escapeText(message)}${/[.?!]$/.test(message) ? '' : '.'} See ${helpPage(kind)}`;
}
