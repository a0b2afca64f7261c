import { expect, test } from 'vitest';
import { listGonePages, listPagePermalinks } from '../../src/graph/page-permalinks.ts';
import type { CompiledRecord } from '../../src/compile/record.ts';
import type { PermalinkLine } from '../../src/schema/permalink.ts';
import { compile, evidence, link } from '../builders/content.ts';
import { releaseLines } from '../builders/ledger.ts';

const history = [{ state: 'recommended', date: '2020-03-04', text: 'It was asked.', evidence }];
const decision = (action: string, states: object[] = history) =>
  compile('decision', '11-222-333', { recommendations: [{ id: 'plan', action, to: ['borough'], evidence, history: states }] });
const correction = (id: string, date: string) =>
  compile('correction', id, { date, passages: [{ recommendation: '11-222-333/plan' }], was: 'Plan', is: 'Plan well' });

/** The archive after a sequence of releases, the last state not yet released. */
function release(...states: [on: string, records: readonly CompiledRecord[]][]) {
  let permalinks: PermalinkLine[] = [];
  for (const [on, records] of states.slice(0, -1)) {
    const archive = link(records, { permalinks });
    permalinks = [...permalinks, ...releaseLines(archive.addresses, on, archive.permalinks)];
  }
  return link(states.at(-1)?.[1] ?? [], { permalinks });
}
const changesAt = (archive: ReturnType<typeof release>, path: string) =>
  (listPagePermalinks(archive).get(path)?.changes ?? []).map(({ on, changed, corrections, grown }) => ({
    on,
    at: changed.map(({ address }) => address.fragment),
    corrections,
    grown,
  }));
const hashOf = (archive: ReturnType<typeof release>) => archive.addresses.find(({ kind }) => kind === 'recommendation')?.hash;

test('a page whose words stand as they did has nothing to say', () => {
  expect(changesAt(release(['2027-01-01', [decision('Plan')]], ['', [decision('Plan')]]), '/decisions/11-222-333/')).toEqual([]);
});

test('a change says when it was, what the words were, and which correction tells of it, on every page that prints them', () => {
  const archive = release(
    ['2027-01-01', [decision('Plan')]],
    ['2027-02-02', [decision('Plan well'), correction('plan', '2027-02-01')]],
    ['', [decision('Plan well'), correction('plan', '2027-02-01')]],
  );
  const change = { on: '2027-02-02', corrections: ['plan'], grown: false };
  expect(changesAt(archive, '/decisions/11-222-333/')).toEqual([{ ...change, at: ['r-plan'] }]);
  expect(changesAt(archive, '/recommendations/')).toEqual([{ ...change, at: ['11-222-333-plan'] }]);
  const was = listPagePermalinks(archive).get('/recommendations/')?.changes[0]?.changed[0]?.was;
  expect([was, was === hashOf(archive)]).toEqual([hashOf(link([decision('Plan')])), false]);
});

test('a change that no release has published has the day of its correction', () => {
  const archive = release(['2027-01-01', [decision('Plan')]], ['', [decision('Plan well'), correction('plan', '2027-02')]]);
  expect(changesAt(archive, '/recommendations/')).toEqual([
    { on: '2027-02', at: ['11-222-333-plan'], corrections: ['plan'], grown: false },
  ]);
});

test('each change has its own corrections', () => {
  const [one, two] = [correction('one', '2027-02-02'), correction('two', '2027-03-03')];
  const archive = release(
    ['2027-01-01', [decision('Plan')]],
    ['2027-02-02', [decision('Plan well'), one]],
    ['2027-03-03', [decision('Plan better'), one, two]],
    ['', [decision('Plan better'), one, two]],
  );
  expect(changesAt(archive, '/recommendations/').map(({ on, corrections }) => [on, corrections])).toEqual([
    ['2027-02-02', ['one']],
    ['2027-03-03', ['two']],
  ]);
});

test('what was only added to is told apart', () => {
  const done = { state: 'done', date: '2021-01-01', text: 'It was done.', evidence };
  const archive = release(
    ['2027-01-01', [decision('Plan')]],
    ['2027-02-02', [decision('Plan', [...history, done])]],
    ['', [decision('Plan', [...history, done])]],
  );
  expect(changesAt(archive, '/recommendations/')).toEqual([{ on: '2027-02-02', at: ['11-222-333-plan'], corrections: [], grown: true }]);
});

test('what moved and what was withdrawn stands with the page where it was, and a page that is gone stands for itself', () => {
  const lines: PermalinkLine[] = [
    ...releaseLines(link([compile('theme', 'a', {}, 'Words.'), compile('theme', 'b')]).addresses, '2027-01-01'),
    { on: '2027-02-02', path: '/themes/b/', state: 'withdrawn', reason: 'error' },
    { on: '2027-02-02', path: '/themes/a/#p-d3b2b1ae', state: 'withdrawn', reason: 'error' },
  ];
  const words =
    lines
      .flatMap((line) => (line.state === 'live' && line.path === '/themes/a/' ? Object.keys(line.fragments) : []))
      .find((id) => id.startsWith('p-')) ?? '';
  const archive = link([compile('theme', 'a')], {
    permalinks: lines.map((line) => (line.path.includes('#') ? { ...line, path: `/themes/a/#${words}` } : line)),
  });
  expect(listPagePermalinks(archive).get('/themes/a/')?.gone).toMatchObject([{ fragment: words, state: 'withdrawn' }]);
  expect(listGonePages(archive).map(({ path }) => path)).toEqual(['/themes/b/']);
});
