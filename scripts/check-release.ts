import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { compareSite } from './check-release/compare-site.ts';
import { openCopy, readOwnSums } from './check-release/open-copy.ts';
import { failWithUsage } from './read-arguments.ts';

const USAGE = 'npm run check-release -- <address or folder> [--sums <file>]';

function readRequest(): { where: string; sumsFile: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { sums: { type: 'string' } } });
    const [where, ...more] = positionals;
    if (where === undefined || more.length > 0) return failWithUsage('Say which copy is to be held against its release', USAGE);
    return { where, sumsFile: values.sums };
  } catch (error) {
    return failWithUsage(error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error), USAGE);
  }
}

const { where, sumsFile } = readRequest();
try {
  const copy = openCopy(where);
  const sums = sumsFile === undefined ? await readOwnSums(copy) : readFileSync(sumsFile, 'utf8');
  if (sums === undefined) throw new Error(`${where} has no SHA256SUMS. Give the list of the release with --sums`);
  const { same, faults, sentOn } = await compareSite(sums, copy);
  for (const fault of faults) console.error(`${fault}.`);
  for (const path of sentOn) console.log(`${path} is not shown: the host sends on from there.`);
  console.log(`${same} files of ${where} are byte for byte those that were released${sumsFile === undefined ? ', by its own list' : ''}.`);
  if (faults.length > 0) {
    console.error(`${faults.length} ${faults.length === 1 ? 'file is' : 'files are'} not.`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(`${where} could not be checked: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
