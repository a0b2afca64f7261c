import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatProblem } from '../../src/compile/problem.ts';
import { checkLedgerHistory, rememberRelease } from '../../src/graph/ledger-history.ts';
import { makeFolder } from '../builders/files.ts';

const line = (number: number) => `{"on":"2027-01-0${number}","path":"/a/${number}/","state":"live","fragments":{}}\n`;

/** A repository with a content folder, and what one does there. */
function makeRepository() {
  const root = makeFolder({ 'content/archive.json': '{}\n' });
  const ledger = join(root, 'content', 'permalinks.jsonl');
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args], {
      encoding: 'utf8',
    });
  git('init', '-q', '-b', 'main');
  const commit = (text: string) => {
    writeFileSync(ledger, text);
    git('add', '-A');
    git('commit', '-q', '--allow-empty', '-m', 'Change');
  };
  const problems = () => checkLedgerHistory(root, join(root, 'content'), 'content').map(formatProblem);
  return { root, ledger, git, commit, problems };
}

test('a ledger that grows at its end keeps the law, committed or not', () => {
  const { ledger, commit, problems } = makeRepository();
  expect(problems()).toEqual([]);
  writeFileSync(ledger, line(1));
  expect(problems()).toEqual([]);
  commit(line(1));
  commit(line(1) + line(2));
  appendFileSync(ledger, line(3));
  expect(problems()).toEqual([]);
});

test.each([
  ['edits a line', line(1) + line(2).replace('/a/2/', '/b/2/') + line(3), 2],
  ['removes a line', line(1) + line(3), 2],
  ['puts a line before others', line(4) + line(1) + line(2) + line(3), 1],
  ['removes the last line', line(1) + line(2), 3],
  ['removes all', '', 1],
])('a change since the last commit that %s is a problem at that line', (_what, text, place) => {
  const { ledger, commit, problems } = makeRepository();
  commit(line(1) + line(2) + line(3));
  writeFileSync(ledger, text);
  expect(problems()).toEqual([
    expect.stringMatching(new RegExp(`^content/permalinks\\.jsonl:${place}:1 Line ${place} is not as in the version last committed\\.`)),
  ]);
});

test('a ledger that was deleted is a problem', () => {
  const { ledger, commit, problems } = makeRepository();
  commit(line(1));
  rmSync(ledger);
  expect(problems()).toHaveLength(1);
});

test.each([
  ['edited', line(1) + line(2).replace('/a/2/', '/b/2/')],
  ['removed', line(1)],
  ['put between', line(1) + line(3) + line(2)],
])('a line that an earlier commit has %s is a problem, however long ago', (_what, text) => {
  const { git, commit, problems } = makeRepository();
  commit(line(1) + line(2));
  commit(text);
  const guilty = git('rev-parse', '--short', 'HEAD').trim();
  commit(text + line(4));
  expect(problems()).toEqual([
    `content/permalinks.jsonl:1:1 The commit ${guilty} changed or removed lines of this file. Lines are only ever added at the end; put them back as they were before it.`,
  ]);
});

test('other line ends and a missing last one change no line', () => {
  const { commit, problems } = makeRepository();
  commit((line(1) + line(2)).trimEnd());
  commit(line(1) + line(2) + line(3));
  commit((line(1) + line(2) + line(3)).replaceAll('\n', '\r\n'));
  expect(problems()).toEqual([]);
});

test('the lines of a branch follow those of the main line when it is merged', () => {
  const { git, commit, problems } = makeRepository();
  commit(line(1));
  git('checkout', '-q', '-b', 'side');
  commit(line(1) + line(2));
  git('checkout', '-q', 'main');
  commit(line(1) + line(3));
  git('merge', '-q', '--no-ff', '-s', 'ours', '-m', 'Merge', 'side');
  commit(line(1) + line(3) + line(2));
  expect(problems()).toEqual([]);
});

test('where there is no git, the last release of this machine is what a ledger goes on from', () => {
  const root = makeFolder({ 'content/permalinks.jsonl': line(1) + line(2) });
  const content = join(root, 'content');
  const problems = () => checkLedgerHistory(root, content, 'content').map(formatProblem);
  rememberRelease(root, content);
  appendFileSync(join(content, 'permalinks.jsonl'), line(3));
  expect(problems()).toEqual([]);
  writeFileSync(join(content, 'permalinks.jsonl'), line(1) + line(3));
  expect(problems()).toEqual([expect.stringContaining('content/permalinks.jsonl:2:1 Line 2 is not as in the last release.')]);
  expect(readFileSync(join(content, 'permalinks.jsonl'), 'utf8')).toBe(line(1) + line(3));
});
