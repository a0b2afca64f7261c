import { formatCount, formatProblem } from '../src/compile/problem.ts';
import { contentFolder } from '../src/graph/load-archive.ts';
import { readSubject } from '../src/graph/move.ts';
import { withdraw } from '../src/graph/withdraw.ts';
import { purgeCaches } from '../src/integrations/purge-caches.ts';
import { withdrawalReasons } from '../src/schema/permalink.ts';
import { failWithUsage, readArguments } from './read-arguments.ts';

const USAGE = `npm run withdraw -- <kind:id or address> --reason ${withdrawalReasons.join('|')}`;

const { values, positionals } = readArguments(USAGE);
const subject = positionals.length === 1 ? readSubject(positionals[0] ?? '') : undefined;
const reason = withdrawalReasons.find((one) => one === values.reason);
if (!subject) failWithUsage('Say what is to be withdrawn', USAGE);
if (!reason) failWithUsage('Say why, by one of the classes', USAGE);

const root = process.cwd();
const out = process.env['UPHELD_OUT'] ?? 'dist';
const { files, lines, problems, remains } = withdraw(root, contentFolder(root), subject, reason, values.on);
purgeCaches(root, out);

if (files.length === 0 && lines.length === 0) {
  console.error(
    `Nothing in the content or the ledger is ${positionals[0]}. Name a record as quote:24-005-859/capacity, or an address that was published.`,
  );
  process.exit(1);
}
for (const file of files) console.log(`Taken out of ${file}.`);
for (const { path } of lines) console.log(`${path} is a tombstone now.`);
for (const problem of problems) console.error(formatProblem(problem));
for (const { file, line, words } of remains) console.error(`${file}:${line}:1 The words "${words}" stand here too.`);
console.log(
  'Git still holds the words in its history, and so does every copy of it; docs/permanence.md says how to purge them. Tell the host to purge its cache.',
);
if (problems.length > 0) {
  console.error(`${formatCount(problems.length)} to mend. ${out} shows the words until the next build.`);
  process.exit(1);
}
await import('./build.ts');
if (remains.length > 0) {
  console.error(
    `${remains.length} ${remains.length === 1 ? 'place' : 'places'} to look at: the same words may be there by right, or may have to go too.`,
  );
  process.exitCode = 1;
}
