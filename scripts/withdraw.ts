import { relative } from 'node:path';
import { formatCount, formatProblem } from '../src/compile/problem.ts';
import { contentFolder, loadArchive } from '../src/graph/load-archive.ts';
import { readSubject } from '../src/graph/move.ts';
import { withdraw } from '../src/graph/withdraw.ts';
import { purgeCaches } from '../src/integrations/purge-caches.ts';
import { withdrawalReasons } from '../src/schema/permalink.ts';
import { fail } from './fail.ts';
import { failWithUsage, readArguments } from './read-arguments.ts';
import { takeCaptures } from './withdraw/take-captures.ts';

const USAGE = `npm run withdraw -- <kind:id or address> --reason ${withdrawalReasons.join('|')}`;

const { values, positionals } = readArguments(USAGE);
const subject = positionals.length === 1 ? readSubject(positionals[0] ?? '') : undefined;
const reason = withdrawalReasons.find((one) => one === values.reason);
if (!subject) failWithUsage('Say what is to be withdrawn', USAGE);
if (!reason) failWithUsage('Say why, by one of the classes', USAGE);

const root = process.cwd();
const out = process.env['UPHELD_OUT'] ?? 'dist';
const content = contentFolder(root);
const label = relative(root, content).replaceAll('\\', '/') || '.';
const { files, lines, words, remains } = withdraw(root, content, subject, reason, values.on);
const source = 'kind' in subject && subject.kind === 'source' ? subject.id : undefined;
const captures = files.length > 0 ? await takeCaptures(content, label, words, source, reason) : { files: [], left: [] };
const { problems } = loadArchive(root, content);
purgeCaches(root, out);

if (files.length === 0 && lines.length === 0)
  fail(
    `Nothing in the content or the ledger is ${positionals[0]}. Name a record as quote:24-005-859/capacity, or an address that was published.`,
  );
for (const file of [...files, ...captures.files]) console.log(`Taken out of ${file}.`);
for (const { path } of lines) console.log(`${path} is a tombstone now.`);
for (const problem of problems) console.error(formatProblem(problem));
for (const { file, line, words: found } of remains) console.error(`${file}:${line}:1 The words "${found}" stand here too.`);
for (const sentence of captures.left) console.error(sentence);
console.log(
  'Git still holds the words in its history, and so does every copy of it; docs/permanence.md says how to purge them. Tell the host to purge its cache.',
);
if (problems.length > 0) fail(`${formatCount(problems.length)} to mend. ${out} shows the words until the next build.`);
await import('./build.ts');
const places = remains.length + captures.left.length;
if (places > 0) {
  console.error(`${places} ${places === 1 ? 'place' : 'places'} to look at: the same words may be there by right, or may have to go too.`);
  process.exitCode = 1;
}
