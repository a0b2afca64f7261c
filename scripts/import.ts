import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolder } from '../src/graph/load-archive.ts';
import { fail } from './fail.ts';
import { importFiles } from './import/import-files.ts';
import { openImporter } from './import/import-file.ts';
import { openJournal } from './import/journal.ts';
import { listFiles } from './import/list-files.ts';
import { showProgress } from './import/progress.ts';
import { describeRun } from './import/report.ts';
import { formatToday } from './import/today.ts';

const USAGE = `Usage: npm run import -- <files or folders> [--source <id>] [--numbers-checked] [--licence "<terms>"]

  Brings saved decision pages (HTML, PDF, DOCX) into the content folder.
  --source <id>       one file is a copy of this source of sources.json; any page, PDF, DOCX or text then
  --numbers-checked   you have compared the paragraph numbers with the page: keep them
  --licence "<terms>" the terms under which these texts may be published; without it they are held and not published`;

// What a shell expects of a program that Ctrl+C ended.
const INTERRUPTED = 130;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'numbers-checked': { type: 'boolean', default: false },
        licence: { type: 'string' },
        source: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
}

const { positionals, values } = readArguments();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
if (positionals.length === 0) fail(USAGE);
const root = process.cwd();
const content = contentFolder(root);
const { files, passedOver, missing } = listFiles(
  positionals.map((path) => resolve(root, path)),
  root,
);
if (missing.length > 0) fail(`There is no ${missing.join(', ')}. Nothing was imported.`);
if (files.length === 0) fail('There is no page in what you named. Save pages as .html, .pdf or .docx.');

const { source } = values;
if (source !== undefined && files.length !== 1) fail('A source has one page, and you named several files. Name one with --source.');

const licence = values.licence ?? null;
const numbersChecked = values['numbers-checked'];
try {
  const journal = openJournal(join(root, '.upheld'), JSON.stringify([content, positionals, numbersChecked, licence, source]));
  const importer = openImporter({ content, licence, numbersChecked, source, today: formatToday() });
  if (journal.resumed > 0) console.log(`Going on with an import that was interrupted: ${journal.resumed} files were done.`);
  let interrupted = false;
  process.once('SIGINT', () => (interrupted = true));
  process.once('SIGTERM', () => (interrupted = true));
  const { progress, end } = showProgress(process.stdout);
  const { results, stopped } = await importFiles(importer, journal, files, progress, () => interrupted);
  end();
  if (stopped) journal.release();
  else journal.close();
  console.log(describeRun(results, passedOver, stopped, files.length));
  if (stopped) process.exitCode = INTERRUPTED;
  else if (results.some(({ outcome }) => outcome === 'refused')) process.exitCode = 1;
} catch (error) {
  fail(`${error instanceof Error ? error.message : String(error)}.`);
}
