import { formatCount, formatProblem } from '../src/compile/problem.ts';
import { loadArchive } from '../src/graph/load-archive.ts';

const { archive, problems } = loadArchive(process.cwd());
for (const problem of problems) console.error(formatProblem(problem));
if (!archive) {
  console.error(formatCount(problems.length));
  process.exitCode = 1;
} else {
  const { decisions, events, quotes, sources, conflicts, essays } = archive;
  console.log(`No problems in ${decisions.length} decisions, ${events.length} events, ${quotes.length} quotations, ${conflicts.length} conflicts, ${essays.length} essays and ${sources.length} sources.`);
}
