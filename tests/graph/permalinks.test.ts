import { expect, test } from 'vitest';
import { compilePermalinks } from '../../src/compile/ledger.ts';
import { formatProblem } from '../../src/compile/problem.ts';
import { replayPermalinks } from '../../src/graph/permalinks.ts';
import { type PermalinkLine, writePermalinkLine } from '../../src/schema/permalink.ts';

const A = '11111111';
const B = '22222222';
const page = (on: string, path: string, fragments: Record<string, string | null>): PermalinkLine => ({
  on,
  path,
  state: 'live',
  fragments,
});
const moved = (path: string, to: string, on = '2027-05-05'): PermalinkLine => ({ on, path, state: 'moved', to });
const withdrawn = (path: string, on = '2027-05-05'): PermalinkLine => ({ on, path, state: 'withdrawn', reason: 'privacy' });

function replay(lines: readonly PermalinkLine[], published: readonly string[] = []) {
  const { permalinks } = compilePermalinks('permalinks.jsonl', lines.map(writePermalinkLine).join('\n'));
  const {
    permalinks: { byAddress, orderByPath },
    problems,
  } = replayPermalinks(permalinks, (address) => published.includes(address));
  const states = Object.fromEntries(
    [...byAddress].map(([address, kept]) => [address, kept.state === 'moved' ? `moved ${kept.to}` : kept.state]),
  );
  return { byAddress, orderByPath, states, problems: problems.map(formatProblem) };
}

test('the last hash of an address stands, with the day since which its words do and those it had before', () => {
  const { byAddress, orderByPath } = replay([
    page('2027-01-01', '/a/', { '': A, 'p-1': A, 's-x': null }),
    page('2027-02-02', '/a/', { '': A, 's-x': null, 'p-1': B }),
  ]);
  expect(byAddress.get('/a/')).toMatchObject({ hash: A, on: '2027-01-01', line: 1 });
  expect(byAddress.get('/a/#p-1')).toEqual({
    state: 'live',
    path: '/a/',
    fragment: 'p-1',
    line: 2,
    hash: B,
    on: '2027-02-02',
    history: [
      { hash: A, on: '2027-01-01' },
      { hash: B, on: '2027-02-02' },
    ],
  });
  expect(orderByPath.get('/a/')).toEqual(['s-x', 'p-1']);
});

test('an address that a later line no longer names is still promised', () => {
  expect(replay([page('2027-01-01', '/a/', { 'p-1': A }), page('2027-02-02', '/a/', {})]).states).toEqual({
    '/a/': 'live',
    '/a/#p-1': 'live',
  });
});

test('the fragments of a page that moved go with it where the new page has them; what is layout only goes to its top', () => {
  const lines = [page('2027-01-01', '/a/', { '': A, 'f-x': A, 'f-y': A, 's-x': null }), moved('/a/', '/b/')];
  expect(replay(lines, ['/b/', '/b/#f-x']).states).toEqual({
    '/a/': 'moved /b/',
    '/a/#f-x': 'moved /b/#f-x',
    '/a/#f-y': 'live',
    '/a/#s-x': 'moved /b/',
  });
});

test('a line for one fragment outweighs where its page went', () => {
  const lines = [page('2027-01-01', '/a/', { 'f-x': A }), moved('/a/#f-x', '/c/#f-z'), moved('/a/', '/b/')];
  expect(replay(lines, ['/b/', '/b/#f-x', '/c/#f-z']).states['/a/#f-x']).toBe('moved /c/#f-z');
});

test('the fragments of a withdrawn page are withdrawn with it, those that had moved before stay moved', () => {
  const lines = [page('2027-01-01', '/a/', { 'f-x': A, 'f-y': A, 's-x': null }), moved('/a/#f-y', '/b/#f-y'), withdrawn('/a/')];
  expect(replay(lines).states).toEqual({ '/a/': 'withdrawn', '/a/#f-x': 'withdrawn', '/a/#f-y': 'moved /b/#f-y', '/a/#s-x': 'withdrawn' });
});

test('a line about an address that was never published is a problem, with the nearest that was', () => {
  expect(replay([page('2027-01-01', '/themes/delay/', {}), moved('/themes/dealy/', '/b/')]).problems).toEqual([
    'permalinks.jsonl:2:1 /themes/dealy/ was never published. Did you mean "/themes/delay/"?',
  ]);
});

test('what moved or was withdrawn is never live again', () => {
  const again = page('2027-06-06', '/a/', { '': A });
  expect(replay([page('2027-01-01', '/a/', {}), moved('/a/', '/b/'), again]).problems).toEqual([
    'permalinks.jsonl:3:1 Line 2 says that /a/ was moved. An address is never given to anything else; take this line back.',
  ]);
  expect(replay([page('2027-01-01', '/a/', {}), withdrawn('/a/'), moved('/a/', '/b/')]).problems).toEqual([
    'permalinks.jsonl:3:1 Line 2 withdrew /a/. Take this line back: what was withdrawn stays so.',
  ]);
});

test('what has moved may move on, and be withdrawn', () => {
  const lines = [page('2027-01-01', '/a/', {}), moved('/a/', '/b/'), moved('/a/', '/c/'), withdrawn('/a/')];
  expect([replay(lines.slice(0, 3)).states, replay(lines)]).toMatchObject([
    { '/a/': 'moved /c/' },
    { problems: [], states: { '/a/': 'withdrawn' } },
  ]);
});
