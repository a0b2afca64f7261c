import { formatCount, formatHelp, formatProblem } from '../../src/compile/problem.ts';
import { formatAnnotation, toJsonProblem } from '../../src/compile/report.ts';
import type { Archive } from '../../src/graph/archive.ts';
import type { Coverage } from '../../src/compile/sentences.ts';
import type { LoadedArchive } from '../../src/graph/load-archive.ts';

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

const countRecords = ({ decisions, events, quotes, conflicts, essays, sources }: Archive) => ({
  decisions: decisions.length,
  events: events.length,
  quotations: quotes.length,
  conflicts: conflicts.length,
  essays: essays.length,
  sources: sources.length,
});

const formatRecords = (archive: Archive) => {
  const rows = Object.entries(countRecords(archive)).map(([name, number]) => count(number, name.slice(0, -1), name));
  return `${rows.slice(0, -1).join(', ')} and ${rows.at(-1)}`;
};

const formatCompiled = ({ compiled, reused }: LoadedArchive['counts']) => `${count(compiled, 'file')} compiled, ${reused} reused.`;

const listCoverage = ({ essays }: Archive): (Coverage & { id: string })[] =>
  essays.flatMap(({ id, coverage }) => (coverage ? [{ id, ...coverage }] : []));

function formatCoverage({ id, sentences, cited, carried, opinions }: Coverage & { id: string }): string {
  const whose = opinions.map(({ by, sentences: own }) => `${own} opinion, of ${by}`);
  return `  ${id}: ${[count(sentences, 'sentence'), `${cited} cited`, `${carried} before a citation that covers them`, ...whose].join('; ')}`;
}

function formatEssays(archive: Archive): string[] {
  const rows = listCoverage(archive).map(formatCoverage);
  return rows.length === 0
    ? []
    : ['Essays, by sentence. Whether a citation shows what its sentence says is for a reader to judge.', ...rows];
}

/** Prints what was found for people: problems on standard error, the rest on standard output. */
export function printLoaded({ archive, problems, counts }: LoadedArchive): void {
  for (const problem of problems) console.error(formatProblem(problem));
  if (problems.length > 0) console.error(formatCount(problems.length));
  for (const problem of process.env['GITHUB_ACTIONS'] === 'true' ? problems : []) console.log(formatAnnotation(problem));
  if (problems.length > 0) console.log(formatHelp(problems));
  console.log(archive ? `No problems in ${formatRecords(archive)}. ${formatCompiled(counts)}` : formatCompiled(counts));
  for (const line of archive ? formatEssays(archive) : []) console.log(line);
}

/** Prints what was found for other programs, as one JSON object. */
export function printJson({ archive, problems, counts }: LoadedArchive): void {
  const essays = archive && listCoverage(archive);
  console.log(
    JSON.stringify(
      { ok: archive !== undefined, problems: problems.map(toJsonProblem), counts, records: archive && countRecords(archive), essays },
      null,
      2,
    ),
  );
}
