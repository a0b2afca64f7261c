import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { normaliseNewlines } from '../compile/frontmatter.ts';
import type { Problem } from '../compile/problem.ts';
import { permalinksFile } from '../schema/permalink.ts';

const MOST_BYTES = 1_000_000_000;

/** What git says in a folder, or undefined where there is no git, no repository, or no answer. */
function askGit(folder: string, ...question: string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', folder, ...question], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: MOST_BYTES,
    });
  } catch {
    return undefined;
  }
}

const linesOf = (text: string) =>
  normaliseNewlines(text)
    .split('\n')
    .filter((line) => line !== '');

/** The first line in which the longer text does not go on from the shorter one, counted from 1. */
function findBreak(earlier: string, later: string): { line: number; was: string } | undefined {
  const [before, after] = [linesOf(earlier), linesOf(later)];
  const index = before.findIndex((line, place) => after[place] !== line);
  return index < 0 ? undefined : { line: index + 1, was: before[index] ?? '' };
}

interface Hunk {
  /** The line after which, or from which, the earlier version changes. */
  start: number;
  removed: string[];
  added: string[];
}

function readHunks(diff: string): Hunk[] {
  return diff
    .split(/^(?=@@ )/m)
    .slice(1)
    .map((part) => {
      const [head = '', ...lines] = part.split('\n');
      const marked = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(1).replace(/\r$/, ''));
      return { start: Number(/^@@ -(\d+)/.exec(head)?.[1]), removed: marked('-'), added: marked('+') };
    });
}

/** Whether a hunk leaves the earlier lines as they were, but for their ends, and adds others only after the last. */
function isAppended({ start, removed, added }: Hunk, length: number): boolean {
  const kept = removed.every((line, index) => added[index] === line);
  const end = removed.length === 0 ? start : start + removed.length - 1;
  return kept && (added.length === removed.length || end === length);
}

/** The first commit of the main line that did anything to the ledger but add lines at its end. */
function findRewrite(folder: string): string | undefined {
  const log = askGit(
    folder,
    'log',
    '--first-parent',
    '-m',
    '--reverse',
    '--format=%x00%h',
    '-p',
    '-U0',
    '--no-renames',
    '--no-color',
    '--no-ext-diff',
    '--',
    permalinksFile,
  );
  let length = 0;
  for (const part of (log ?? '').split('\0').slice(1)) {
    const hunks = readHunks(part);
    if (hunks.some((hunk) => !isAppended(hunk, length))) return part.slice(0, part.indexOf('\n'));
    length += hunks.reduce((sum, { removed, added }) => sum + added.length - removed.length, 0);
  }
  return undefined;
}

/** Where this machine keeps the ledger of the last release of a content folder. */
const releasedFile = (root: string, content: string) =>
  join(root, '.upheld', 'released', `${createHash('sha256').update(relative(root, content)).digest('hex').slice(0, 16)}.jsonl`);

/** Remembers the ledger as it is now, so that later ones can be compared with it where there is no git. */
export function rememberRelease(root: string, content: string): void {
  const ledger = join(content, permalinksFile);
  if (!existsSync(ledger)) return;
  const file = releasedFile(root, content);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, readFileSync(ledger));
}

const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);

/**
 * The ledger only ever grows at its end. Compares it with the version last committed, with the last release of this machine,
 * and, along the main line of the history, each version with the one before it.
 */
export function checkLedgerHistory(root: string, content: string, label: string): Problem[] {
  const file = `${label}/${permalinksFile}`;
  const now = readIfThere(join(content, permalinksFile)) ?? '';
  const report = (line: number, message: string): Problem => ({ file, line, column: 1, kind: 'edited-ledger', message });
  const versions = [
    { name: 'the version last committed', undo: `git diff ${file} shows how`, text: askGit(content, 'show', `HEAD:./${permalinksFile}`) },
    { name: 'the last release', undo: 'Its copy lies under .upheld/released/', text: readIfThere(releasedFile(root, content)) },
  ];
  const edits = versions.flatMap(({ name, undo, text }): Problem[] => {
    const found = text === undefined ? undefined : findBreak(text, now);
    return found
      ? [report(found.line, `Line ${found.line} is not as in ${name}. Lines are only ever added at the end; put it back (${undo})`)]
      : [];
  });
  if (edits.length > 0) return edits.slice(0, 1);
  const commit = findRewrite(content);
  if (commit === undefined) return [];
  return [
    report(
      1,
      `The commit ${commit} changed or removed lines of this file. Lines are only ever added at the end; put them back as they were before it`,
    ),
  ];
}
