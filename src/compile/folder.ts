import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { accessSchema, type AccessResults } from '../schema/access.ts';
import { type Kind, kindNames, kinds } from '../schema/kinds.ts';
import { permalinksFile } from '../schema/permalink.ts';
import { type Settings, settingsSchema } from '../schema/settings.ts';
import { idSchema } from '../schema/text.ts';
import type { z } from 'zod';
import { type CompiledCapture, compileCaptures } from './captures.ts';
import type { Job } from './compile-all.ts';
import { readJson } from './json-document.ts';
import { type CompiledCheck, compileChecks, type CompiledPermalink, compilePermalinks } from './ledger.ts';
import { suggest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { readText } from './read-text.ts';
import { type Compiled, compileRecord, type CompiledRecord } from './record.ts';
import { type CompiledSource, compileSources } from './sources.ts';
import { idOfText, listTextFiles } from './text-files.ts';
import { validate } from './validate.ts';

/** Everything in a content folder, compiled and not yet linked. */
export interface CompiledFolder {
  settings: Settings | undefined;
  /** What came of the checks of accessibility; undefined where no run of them is recorded. */
  access: AccessResults | undefined;
  records: CompiledRecord[];
  sources: CompiledSource[];
  checks: CompiledCheck[];
  captures: CompiledCapture[];
  /** Records whose file is there but has faults: what refers to them is not at fault too. */
  faulty: { kind: Kind | 'source'; id: string }[];
  /** Every address ever published; none before the first release. */
  permalinks: CompiledPermalink[];
  problems: Problem[];
}

const accessFile = 'access.json';

export type Compile = (jobs: readonly Job[]) => Compiled[];

const compileEach: Compile = (jobs) => jobs.map(({ kind, id, file, text }) => compileRecord(kind, id, file, text));

const at = (file: string, kind: Problem['kind'], message: string): Problem => ({ file, line: 1, column: 1, kind, message });

/** Names of the records of one kind: `x.mdx`, or for decisions also the folder `x/` with their full text. */
function listRecordFiles(folder: string, label: string): { names: string[]; problems: Problem[] } {
  if (!existsSync(folder)) return { names: [], problems: [] };
  if (!lstatSync(folder).isDirectory())
    return { names: [], problems: [at(label, 'unreadable-file', 'This is not a folder of its own. Put the folder itself here')] };
  const names: string[] = [];
  const problems: Problem[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isFile() && entry.name.endsWith('.mdx')) names.push(entry.name);
    else if (!entry.name.startsWith('.') && !entry.isDirectory()) {
      problems.push(at(posix.join(label, entry.name), 'unreadable-file', 'Only .mdx files belong here. Rename it or move it away'));
    }
  }
  return { names, problems };
}

/** The files of one kind that can be read, as jobs for the compiler. */
function readKind(root: string, label: string, kind: Kind): Pick<CompiledFolder, 'faulty' | 'problems'> & { jobs: Job[] } {
  const { folder } = kinds[kind];
  const list = kind === 'text' ? listTextFiles : listRecordFiles;
  const { names, problems } = list(join(root, folder), posix.join(label, folder));
  const jobs: Job[] = [];
  const faulty: CompiledFolder['faulty'] = [];
  for (const name of names) {
    const file = posix.join(label, folder, name);
    const id = kind === 'text' ? idOfText(name) : basename(name, '.mdx');
    const [fault] = idSchema.safeParse(id).error?.issues ?? [];
    if (fault) problems.push(at(file, 'bad-value', `The name of the file is the id, and "${id}" cannot be one. ${fault.message}`));
    const read = readText(join(root, folder, name), file);
    if ('text' in read) jobs.push({ kind, id, file, text: read.text });
    else {
      problems.push(read.problem);
      faulty.push({ kind, id });
    }
  }
  return { jobs, faulty, problems };
}

function compileRecords(root: string, label: string, compile: Compile): Pick<CompiledFolder, 'records' | 'faulty' | 'problems'> {
  const read = kindNames.map((kind) => readKind(root, label, kind));
  const jobs = read.flatMap((kind) => kind.jobs);
  const compiled = compile(jobs);
  return {
    records: compiled.flatMap(({ record }) => record ?? []),
    faulty: [
      ...read.flatMap(({ faulty }) => faulty),
      ...jobs.flatMap(({ kind, id }, index) => (compiled[index]?.record ? [] : [{ kind, id }])),
    ],
    problems: [...read.flatMap(({ problems }) => problems), ...compiled.flatMap(({ problems }) => problems)],
  };
}

/** Reads one JSON file of the content folder; no value where it has faults. */
function readOne<S extends z.ZodType>(
  root: string,
  label: string,
  name: string,
  schema: S,
): { value?: z.output<S> | undefined; problems: Problem[] } {
  const file = posix.join(label, name);
  const read = readText(join(root, name), file);
  if ('problem' in read) return { problems: [read.problem] };
  const { data, problems } = readJson(file, read.text);
  return data ? validate(file, schema, data) : { problems };
}

/** Compiles one file; `nothing` comes of one that cannot be read. */
function compileFile<T extends { problems: Problem[] }>(
  root: string,
  label: string,
  name: string,
  compileText: (file: string, text: string) => T,
  nothing: NoInfer<Omit<T, 'problems'>>,
): Omit<T, 'problems'> & { problems: Problem[] } {
  const file = posix.join(label, name);
  const read = readText(join(root, name), file);
  return 'text' in read ? compileText(file, read.text) : { ...nothing, problems: [read.problem] };
}

/** Anything in the content folder that nobody would read: a misspelt folder loses its records without a word. */
function findStrays(root: string, label: string): Problem[] {
  const known: string[] = [
    'archive.json',
    accessFile,
    'sources.json',
    'checks.jsonl',
    'permalinks.jsonl',
    'captures',
    ...kindNames.map((kind) => kinds[kind].folder),
  ];
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => !name.startsWith('.') && !known.includes(name))
    .toSorted()
    .map((name) =>
      at(
        posix.join(label, name),
        'unreadable-file',
        `Nothing reads "${name}". ${suggest(name, known, 'Move it out of the content folder.')}`,
      ),
    );
}

/** Compiles the content folder `root`, named `label` in messages. */
export function compileFolder(root: string, label: string, compile: Compile = compileEach): CompiledFolder {
  const { value: settings, problems } = readOne(root, label, 'archive.json', settingsSchema);
  const access = existsSync(join(root, accessFile)) ? readOne(root, label, accessFile, accessSchema) : { problems: [] };
  const { records, faulty, problems: faults } = compileRecords(root, label, compile);
  const sources = compileFile(root, label, 'sources.json', compileSources, { sources: [], faulty: [] });
  const checks = compileFile(root, label, 'checks.jsonl', compileChecks, { checks: [] });
  const captures = compileCaptures(root, label);
  const ledger = existsSync(join(root, permalinksFile))
    ? compileFile(root, label, permalinksFile, compilePermalinks, { permalinks: [] })
    : { permalinks: [], problems: [] };

  return {
    settings,
    access: access.value,
    records,
    sources: sources.sources,
    checks: checks.checks,
    captures: captures.captures,
    faulty: [...faulty, ...sources.faulty.map((id) => ({ kind: 'source' as const, id }))],
    permalinks: ledger.permalinks,
    problems: [
      ...problems,
      ...access.problems,
      ...faults,
      ...findStrays(root, label),
      ...sources.problems,
      ...checks.problems,
      ...captures.problems,
      ...ledger.problems,
    ],
  };
}
