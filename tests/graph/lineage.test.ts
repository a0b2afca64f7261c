import { expect, test } from 'vitest';
import { buildLineages } from '../../src/graph/lineage.ts';
import { compile, evidence, link, linkProblems } from '../builders/content.ts';

type State = { state: string; date?: string; finding?: string; admittedBy?: string };

const recommend = (id: string, history: State[], more = {}) => ({
  id,
  action: `Do ${id}`,
  to: ['borough'],
  evidence,
  history: history.map((state) => ({ text: 'It is said.', evidence, ...state })),
  ...more,
});
const asked = { state: 'recommended', date: '2020-03-04' };
const finding = { id: 'not-done', text: 'It was not done.', bodies: ['borough'], evidence };
const first = (...recommendations: object[]) => compile('decision', '11-222-333', { recommendations });
const second = (...recommendations: object[]) =>
  compile('decision', '22-333-444', { ref: '22 333 444', date: '2021-05-06', recommendations, findings: [finding] });
const stepsOf = (archive: ReturnType<typeof link>) =>
  archive.lineages.map(({ id, steps }) => [id, steps.map(({ state }) => `${state.state} ${state.date ?? '-'}`)]);
const messagesOf = (...records: ReturnType<typeof first>[]) => linkProblems(records).map((line) => line.replace(/^(\S+?):\S+ /, '$1 '));

test('a recommendation and the one that repeats it are one lineage, by date', () => {
  const archive = link([
    second(
      recommend(
        'plan-again',
        [
          { state: 'agreed', date: '2021-05-06' },
          { state: 'done-late', date: '2022' },
        ],
        { repeats: '11-222-333/plan' },
      ),
    ),
    first(
      recommend('plan', [asked, { state: 'not-done', date: '2021-05', finding: '22-333-444/not-done' }], {
        foundNotCarriedOutBy: ['22-333-444/not-done'],
      }),
    ),
  ]);
  expect(archive.lineages.map(({ id, recommendations }) => [id, recommendations])).toEqual([
    ['11-222-333/plan', ['11-222-333/plan', '22-333-444/plan-again']],
  ]);
  expect(stepsOf(archive)).toEqual([
    ['11-222-333/plan', ['recommended 2020-03-04', 'not-done 2021-05', 'agreed 2021-05-06', 'done-late 2022']],
  ]);
});

test('recommendations that nothing joins are lineages of their own', () => {
  expect(link([first(recommend('plan', [asked]), recommend('train', [asked]))]).lineages.map(({ id }) => id)).toEqual([
    '11-222-333/plan',
    '11-222-333/train',
  ]);
});

test('two that repeat the same one are one lineage with it', () => {
  const again = (id: string) => recommend(id, [{ state: 'recommended', date: '2021-05-06' }], { repeats: '11-222-333/plan' });
  expect(
    link([first(recommend('plan', [asked])), second(again('a'), again('b'))]).lineages.map(({ id, recommendations }) => [
      id,
      recommendations,
    ]),
  ).toEqual([['11-222-333/plan', ['11-222-333/plan', '22-333-444/a', '22-333-444/b']]]);
});

test('a state without a date stays where its history puts it', () => {
  expect(stepsOf(link([first(recommend('plan', [asked, { state: 'agreed' }, { state: 'done', date: '2021' }]))]))).toEqual([
    ['11-222-333/plan', ['recommended 2020-03-04', 'agreed -', 'done 2021']],
  ]);
});

test('a repeat without any date stays after what it repeats', () => {
  const archive = link([
    first(recommend('plan', [asked])),
    second(recommend('again', [{ state: 'recommended' }, { state: 'agreed' }], { repeats: '11-222-333/plan' })),
  ]);
  expect(stepsOf(archive)).toEqual([['11-222-333/plan', ['recommended 2020-03-04', 'recommended -', 'agreed -']]]);
});

test('a state known to the month may follow one known to the day in it', () => {
  expect(stepsOf(link([first(recommend('plan', [asked, { state: 'done', date: '2020-03' }]))]))).toEqual([
    ['11-222-333/plan', ['recommended 2020-03-04', 'done 2020-03']],
  ]);
});

test('each recommendation stands in one lineage, however they repeat one another', () => {
  const rows = [undefined, 'd/0', 'd/0', 'd/1', undefined, 'd/4'].map((repeats, index) => ({
    id: `d/${index}`,
    decision: 'd',
    data: { ...recommend(`${index}`, [asked]), repeats },
  }));
  const all = buildLineages(rows as unknown as Parameters<typeof buildLineages>[0], new Map()).flatMap(
    ({ recommendations }) => recommendations,
  );
  expect(all.toSorted()).toEqual(rows.map(({ id }) => id));
});

test.each([
  [
    'itself',
    () => [first(recommend('plan', [asked], { repeats: 'plan' }))],
    ['content/decisions/11-222-333.mdx "11-222-333/plan" repeats itself in a circle. Take one "repeats" away.'],
  ],
  [
    'one that repeats it',
    () => [first(recommend('a', [asked], { repeats: 'b' }), recommend('b', [asked], { repeats: 'a' }))],
    [
      'content/decisions/11-222-333.mdx "11-222-333/a" repeats itself in a circle. Take one "repeats" away.',
      'content/decisions/11-222-333.mdx "11-222-333/b" repeats itself in a circle. Take one "repeats" away.',
    ],
  ],
  [
    'one of a later decision',
    () => [first(recommend('a', [asked], { repeats: '22-333-444/b' })), second(recommend('b', [asked]))],
    ['content/decisions/11-222-333.mdx "11-222-333/a" repeats "22-333-444/b", which is not earlier. Name one of an earlier decision.'],
  ],
  [
    'one of the same decision',
    () => [first(recommend('a', [asked]), recommend('b', [asked], { repeats: 'a' }))],
    ['content/decisions/11-222-333.mdx "11-222-333/b" repeats "11-222-333/a", which is not earlier. Name one of an earlier decision.'],
  ],
])('a recommendation that repeats %s is refused', (_what, records, messages) => {
  expect(messagesOf(...records())).toEqual(messages);
});

test('a breach found by a decision that is not later is refused', () => {
  const record = compile('decision', '11-222-333', {
    findings: [finding],
    recommendations: [
      recommend('plan', [asked, { state: 'not-done', date: '2020-03', finding: '11-222-333/not-done' }], {
        foundNotCarriedOutBy: ['not-done'],
      }),
    ],
  });
  expect(messagesOf(record)).toEqual([
    'content/decisions/11-222-333.mdx The finding "11-222-333/not-done" is not of a later decision. A breach can only be found afterwards.',
  ]);
});

test('a state that a finding of the same decision is said to show is refused', () => {
  const record = compile('decision', '11-222-333', {
    findings: [finding],
    recommendations: [recommend('plan', [asked, { state: 'part-done', date: '2020-03-04', finding: 'not-done' }])],
  });
  expect(messagesOf(record)).toEqual([
    'content/decisions/11-222-333.mdx The finding "11-222-333/not-done" is not of a later decision. A breach can only be found afterwards.',
  ]);
});

test('a state dated after the finding that is said to show it is refused', () => {
  const late = { state: 'not-done', date: '2021-06', finding: '22-333-444/not-done' };
  expect(messagesOf(first(recommend('plan', [asked, late], { foundNotCarriedOutBy: ['22-333-444/not-done'] })), second())).toEqual([
    'content/decisions/11-222-333.mdx The finding "22-333-444/not-done" of 2021-05-06 cannot show how it stood in 2021-06. Mend the date, or name what shows it.',
  ]);
});

test('a breach is named both by its state and by "foundNotCarriedOutBy"', () => {
  const shown = { state: 'not-done', date: '2021', finding: '22-333-444/not-done' };
  expect(messagesOf(first(recommend('plan', [asked, shown])), second())).toEqual([
    'content/decisions/11-222-333.mdx A state is "not-done" by "22-333-444/not-done", which "foundNotCarriedOutBy" does not name. Add it there.',
  ]);
  expect(messagesOf(first(recommend('plan', [asked], { foundNotCarriedOutBy: ['22-333-444/not-done'] })), second())).toEqual([
    'content/decisions/11-222-333.mdx "foundNotCarriedOutBy" names "22-333-444/not-done", and no state does. Add a "not-done" with that finding, or take it away.',
  ]);
});

test('a body that was not asked cannot admit that it did nothing', () => {
  expect(messagesOf(first(recommend('plan', [asked, { state: 'not-done', date: '2021', admittedBy: 'watchdog' }])))).toEqual([
    'content/decisions/11-222-333.mdx "watchdog" was not asked to do it, and so cannot admit that it was not done. Name one of "to".',
  ]);
});

test('states out of order are refused', () => {
  expect(messagesOf(first(recommend('plan', [asked, { state: 'done', date: '2020-02' }])))).toEqual([
    'content/decisions/11-222-333.mdx The state "done" of 2020-02 stands after that of 2020-03-04. Put the history in order.',
  ]);
});

test.each([
  [{}, [], false],
  [{ admittedBy: 'borough' }, [], true],
  [{ finding: '22-333-444/not-done' }, ['22-333-444/not-done'], true],
])('"not-done" with %j is accepted: %j', (because, foundNotCarriedOutBy, accepted) => {
  const plan = recommend('plan', [asked, { state: 'not-done', date: '2021', ...because }], { foundNotCarriedOutBy });
  expect(messagesOf(first(plan), second()).length === 0).toBe(accepted);
});

test('a history that begins with what came after is refused', () => {
  expect(messagesOf(first(recommend('plan', [{ state: 'done', date: '2020-03-04' }])))).toEqual([
    'content/decisions/11-222-333.mdx The history begins before anything was recommended. Begin it with "recommended" or "agreed".',
  ]);
});
