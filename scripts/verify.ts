import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { suggest } from '../src/compile/nearest.ts';
import { contentFolder } from '../src/graph/load-archive.ts';
import { fail } from './fail.ts';
import { formatToday } from './import/today.ts';
import { appendChecks, listNewChecks } from './verify/ledger.ts';
import { describeVerification, isFailure } from './verify/report.ts';
import { listSourceIds, verifyArchive } from './verify/verify-archive.ts';

const USAGE = `Usage: npm run verify -- [--source <source id> --file <path>] [--write]

  Looks for every quotation in the copies that are held, and in our prose for runs of words that are another's.
  --source, --file  check the quotations of one source against a file given by hand
  --write           add what was found to content/checks.jsonl`;

function readArguments() {
  try {
    return parseArgs({
      options: {
        source: { type: 'string' },
        file: { type: 'string' },
        write: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

const { source, file, write, help } = readArguments();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
if ((source === undefined) !== (file === undefined)) fail(`Give both --source and --file, or neither.\n\n${USAGE}`);
const root = process.cwd();
const content = contentFolder(root);
const ids = source === undefined ? [] : listSourceIds(root, content);
if (source !== undefined && !ids.includes(source))
  fail(`There is no source "${source}" in sources.json. ${suggest(source, ids, 'Name one that is there.')}`);
const path = file === undefined ? undefined : resolve(root, file);
if (path !== undefined && !statSync(path, { throwIfNoEntry: false })?.isFile()) fail(`There is no file ${file ?? ''}.`);

const verification = await verifyArchive(root, content, source !== undefined && path !== undefined ? { source, file: path } : undefined);
console.log(describeVerification(verification));
if (write) {
  const checks = listNewChecks(verification.verdicts, verification.digests, formatToday());
  appendChecks(content, checks);
  console.log(`${checks.length} ${checks.length === 1 ? 'line' : 'lines'} added to checks.jsonl.`);
}
if (verification.verdicts.some(isFailure) || verification.runs.length > 0 || verification.faults.length > 0) process.exitCode = 1;
