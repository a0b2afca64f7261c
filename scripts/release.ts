import { formatCount, formatProblem } from '../src/compile/problem.ts';
import { contentFolder, loadArchive } from '../src/graph/load-archive.ts';
import { listRefusals } from '../src/graph/release.ts';
import { recordAddresses, releaseSite } from '../src/integrations/release-site.ts';
import { fail } from './fail.ts';
import { readArguments } from './read-arguments.ts';

const { on, 'ledger-only': ledgerOnly } = readArguments('npm run release [-- --ledger-only] [--on <day>]').values;
const root = process.cwd();
const content = contentFolder(root);
const out = process.env['UPHELD_OUT'] ?? 'dist';

function refuse(messages: readonly string[], end: string): never {
  fail([...messages, end].join('\n'));
}

const { archive, problems } = loadArchive(root, content);
if (!archive)
  refuse(problems.map(formatProblem), `${formatCount(problems.length)}. Nothing was released; ${out} and the ledger are as they were.`);

const refusals = listRefusals(archive.settings, process.env['UPHELD_SITE']).map((sentence) => `${sentence}.`);
if (refusals.length > 0 && !ledgerOnly) {
  refuse(
    refusals,
    `${formatCount(refusals.length)}. Nothing was released. npm run release -- --ledger-only records the addresses without publishing.`,
  );
}

const lines = ledgerOnly ? recordAddresses(root, content, archive, on)?.lines : releaseSite(root, content, out, archive, on);
if (!lines) refuse([], `Nothing was released; ${out} and the ledger are as they were.`);

console.log(
  lines.length === 0
    ? 'Every address was in the ledger already.'
    : `${lines.length} pages are new or changed since the last release; the ledger has a line for each. Commit it.`,
);
if (ledgerOnly)
  for (const sentence of [`Nothing was published; ${out} is as it was.`, ...refusals.map((refusal) => `Before a release: ${refusal}`)])
    console.log(sentence);
else console.log(`The release is in ${out}.`);
