import { expect, test } from 'vitest';
import { buildArchive } from '../../src/graph/build-archive.ts';
import type { CompiledRecord } from '../../src/compile/record.ts';
import { planMove, planWithdrawal, readSubject, type Subject } from '../../src/graph/move.ts';
import type { PermalinkLine } from '../../src/schema/permalink.ts';
import { compile, evidence, folderOf, link } from '../builders/content.ts';
import { releaseLines } from '../builders/ledger.ts';

const finding = { id: 'delay', text: 'It took too long.', bodies: ['borough'], evidence };
const recommendation = {
  id: 'plan',
  action: 'Plan',
  to: ['borough'],
  evidence,
  history: [{ state: 'recommended', text: 'So.', evidence }],
};
const decision = (id: string) =>
  compile('decision', id, { ref: id.replaceAll('-', ' '), findings: [finding], recommendations: [recommendation] });

const subject = (text: string): Subject => readSubject(text) ?? { address: '' };
const state = (before: readonly CompiledRecord[], after: readonly CompiledRecord[], more: readonly PermalinkLine[] = []) =>
  buildArchive(folderOf(after, { permalinks: [...releaseLines(link(before).addresses, '2027-01-01'), ...more] })).published;
const write = ({ lines, faults }: ReturnType<typeof planMove>) => [
  ...lines.map((line) => (line.state === 'moved' ? `${line.path} -> ${line.to}` : `${line.path} ${line.state}`)),
  ...faults,
];

test('a record is written as kind:id, anything else as an address', () => {
  expect([
    readSubject('quote:24-005-859/capacity'),
    readSubject('/essays/a/#p-1'),
    readSubject('capacity'),
    readSubject('qoute:a'),
  ]).toEqual([{ kind: 'quote', id: '24-005-859/capacity' }, { address: '/essays/a/#p-1' }, undefined, undefined]);
});

test('an event moves with its share page', () => {
  const renamed = state([compile('event', '2020-met')], [compile('event', '2020-03-met')]);
  expect(write(planMove(subject('event:2020-met'), subject('event:2020-03-met'), renamed, '2027-02-02'))).toEqual([
    '/timeline/#2020-met -> /timeline/#2020-03-met',
    '/timeline/2020-met/ -> /timeline/2020-03-met/',
  ]);
});

test('a decision takes what it owns along; what keeps its name on the page needs no line', () => {
  const renamed = state([decision('11-222-333')], [decision('11-222-334')]);
  expect(write(planMove(subject('decision:11-222-333'), subject('decision:11-222-334'), renamed, '2027-02-02'))).toEqual([
    '/decisions/11-222-333/ -> /decisions/11-222-334/',
    '/recommendations/#11-222-333-plan -> /recommendations/#11-222-334-plan',
  ]);
});

test('what had moved to a place moves on with it, so that one hop is enough', () => {
  const first: PermalinkLine = { on: '2027-02-02', path: '/themes/a/', state: 'moved', to: '/themes/b/' };
  const again = state([compile('theme', 'a'), compile('theme', 'b')], [compile('theme', 'c')], [first]);
  expect(write(planMove(subject('theme:b'), subject('theme:c'), again, '2027-03-03'))).toEqual([
    '/themes/b/ -> /themes/c/',
    '/themes/a/ -> /themes/c/',
  ]);
});

test.each([
  ['never published', 'theme:z', 'theme:b', 'theme:z was never published. Did you mean "/themes/a/"?'],
  ['still in the content', 'theme:b', 'theme:b', '/themes/b/ still stands in the content. Move it there first, then run this again'],
  ['moved to nothing', 'theme:a', 'theme:x', 'Nothing is published at /themes/x/. Did you mean "/themes/b/"?'],
])('what is %s does not move', (_what, from, to, fault) => {
  expect(
    write(
      planMove(subject(from), subject(to), state([compile('theme', 'a'), compile('theme', 'b')], [compile('theme', 'b')]), '2027-02-02'),
    ),
  ).toEqual([fault]);
});

test('a withdrawn page takes its fragments with it, and whatever had moved to them', () => {
  const { permalinks } = state(
    [compile('theme', 'a', {}, 'Words.'), compile('theme', 'b')],
    [],
    [
      { on: '2027-01-01', path: '/x/', state: 'live', fragments: { 'p-1': null } },
      { on: '2027-02-02', path: '/x/#p-1', state: 'moved', to: '/themes/b/' },
    ],
  );
  const lines = planWithdrawal(['/themes/a/', '/themes/a/#p-1', '/themes/b/'], permalinks, '2027-03-03', 'privacy');
  expect(lines.map(({ path, state: to }) => `${path} ${to}`)).toEqual([
    '/themes/a/ withdrawn',
    '/themes/b/ withdrawn',
    '/x/#p-1 withdrawn',
  ]);
});
