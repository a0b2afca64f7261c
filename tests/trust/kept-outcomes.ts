import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestOutcome } from './judge.ts';

/** What came of a test file, and the digest of the file then. */
interface KeptFile {
  digest: string;
  outcomes: TestOutcome[];
}

interface Kept {
  /** The digest of all that is tested, and of what the tests share. */
  tested: string;
  files: Record<string, KeptFile>;
}

const TESTED = [
  'src',
  'scripts',
  'public',
  'content',
  'tests',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'vitest.config.ts',
];
/** Written from the results, so that it cannot be what they depend on. */
const WRITTEN = 'content/access.json';

const digestFile = (path: string) => hash('sha256', readFileSync(path));

function listFiles(path: string): string[] {
  const entries = readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => (entry.isDirectory() ? listFiles(`${path}/${entry.name}`) : [`${path}/${entry.name}`]));
}

/** A digest of a project without its test files, each of which counts for itself. */
function digestTested(root: string): string {
  const files = TESTED.filter((path) => existsSync(join(root, path))).flatMap((path) =>
    path.includes('.') ? [path] : listFiles(join(root, path)).map((file) => file.slice(root.length + 1)),
  );
  const counted = files.filter((file) => file !== WRITTEN && !(file.startsWith('tests/') && file.endsWith('.test.ts')));
  return hash('sha256', counted.map((file) => `${file}\0${digestFile(join(root, file))}`).join('\0'));
}

/**
 * Adds the outcomes of a run to those of earlier runs, and gives them all: a long proof can be run in pieces, and a file that failed
 * can be run again. An outcome counts as long as its test file and all that is tested are as they were.
 */
export function keepOutcomes(root: string, path: string, run: ReadonlyMap<string, TestOutcome[]>): Map<string, TestOutcome[]> {
  const tested = digestTested(root);
  const kept: Kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Kept) : { tested, files: {} };
  const files: Kept['files'] = kept.tested === tested ? kept.files : {};
  for (const [file, outcomes] of run) files[file] = { digest: digestFile(join(root, 'tests', file)), outcomes };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ tested, files } satisfies Kept));
  const isCurrent = ([file, { digest }]: [string, KeptFile]) =>
    existsSync(join(root, 'tests', file)) && digestFile(join(root, 'tests', file)) === digest;
  return new Map(
    Object.entries(files)
      .filter(isCurrent)
      .map(([file, { outcomes }]) => [file, outcomes]),
  );
}
