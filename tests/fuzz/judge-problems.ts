import { formatProblem, type Problem } from '../../src/compile/problem.ts';
import { listHiddenCharacters } from '../../src/schema/text.ts';

/** What is wrong with how problems are told: each names a file and a place that are there, and is safe to print. */
export const judgeProblems = (problems: readonly Problem[], files: Record<string, string | Uint8Array>): string[] =>
  problems.flatMap((problem) => {
    const { file, line, column } = problem;
    const lines = files[file]?.toString().split(/\r\n?|\n/);
    const words = lines?.[line - 1];
    const written = formatProblem(problem);
    return [
      ...(lines ? [] : [`no file ${file}`]),
      ...(words === undefined ? [`no line ${line} in ${file}`] : []),
      ...(column >= 1 && column <= (words?.length ?? 0) + 1 ? [] : [`no column ${column} at ${file}:${line}`]),
      ...(/\n|\r/.test(written) || listHiddenCharacters(written.replaceAll('\uFFFD', '')).length > 0
        ? [`not safe to print: ${JSON.stringify(written)}`]
        : []),
    ];
  });
