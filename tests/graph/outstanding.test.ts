import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/graph/archive.ts';
import { compareDates, formatInterval } from '../../src/graph/interval.ts';
import { buildLineages } from '../../src/graph/lineage.ts';
import { listOutstanding } from '../../src/graph/outstanding.ts';
import { decisionSchema, recommendationSchema } from '../../src/schema/decision.ts';

const evidence = [{ source: 'a-page' }];

const decision = (id: string, date: string): Entry<'decision'> => {
  const data = {
    ref: '11 111 111',
    title: id,
    date,
    dateEvidence: evidence,
    decidedBy: 'board',
    form: 'decision-statement',
    read: 'part',
    readNote: 'A part.',
    summary: id,
  };
  return {
    kind: 'decision',
    id,
    file: 'made-up.mdx',
    segments: [],
    anchors: [],
    data: decisionSchema.parse({ ...data, statements: [{ body: 'mill', outcome: 'upheld' }] }),
  };
};

/** A recommendation from states written as `state date` or `state`. */
const recommendation = (id: string, states: (string | object)[], more: object = {}) => {
  const history = states.map((state) => {
    if (typeof state !== 'string') return { text: 'So it is said.', evidence, ...state };
    const [name, date] = state.split(' ');
    return { state: name, date, text: 'So it is said.', evidence };
  });
  const [owner = '', local = ''] = id.split('/');
  return {
    id,
    decision: owner,
    data: recommendationSchema.parse({ id: local, action: 'Mend the roof', to: ['mill'], evidence, history, ...more }),
  };
};

const outstanding = (...recommendations: ReturnType<typeof recommendation>[]) =>
  listOutstanding({
    recommendations,
    lineages: buildLineages(recommendations),
    decisions: [decision('first', '2020-01-01'), decision('second', '2021-06')],
  });

describe('listOutstanding', () => {
  it('ends where it was done, and says for how long it was open', () => {
    const [span] = outstanding(recommendation('first/roof', ['recommended 2020-01-01', 'done-late 2020-03-01']));
    expect([span?.ended, span?.open && formatInterval(span.open)]).toEqual([{ state: 'done-late', date: '2020-03-01' }, '60 days']);
  });

  it('follows a recommendation that is made again until it is done', () => {
    const [span, ...others] = outstanding(
      recommendation('first/roof', ['recommended 2020-01-01', { state: 'not-done', date: '2021-06', finding: 'second/roof' }], {
        foundNotCarriedOutBy: ['second/roof'],
      }),
      recommendation('second/roof', ['recommended 2021-06', 'done 2021-06~/2021-07'], { repeats: 'first/roof' }),
    );
    expect(others).toEqual([]);
    expect([span?.from, span?.known, span?.foundNotDone]).toEqual([
      '2020-01-01',
      { date: '2021-06', state: 'recommended' },
      { date: '2021-06' },
    ]);
    expect([span?.made.map(({ decision: made }) => made), span?.open && formatInterval(span.open)]).toEqual([
      ['first', 'second'],
      'at least 517 days',
    ]);
  });

  it('runs to the last state known where no end is known, and not to any clock', () => {
    const [span] = outstanding(
      recommendation('first/roof', ['recommended 2020-01-01', { state: 'not-done', date: '2021-06-01', admittedBy: 'mill' }, 'unknown']),
    );
    expect([span?.ended, span?.known.date, span?.open?.fewest]).toEqual([undefined, '2021-06-01', 517]);
  });

  it('claims no day where nothing is known after the recommendation', () => {
    const [span] = outstanding(recommendation('first/roof', ['recommended 2020-01-01', 'unknown']));
    expect([span?.ended, span?.known.state, span?.foundNotDone, span?.open]).toEqual([undefined, 'recommended', undefined, undefined]);
  });

  it('stays open where it was done in part, or by some of the bodies only', () => {
    const some = { state: 'done', date: '2020-02-01', bodies: ['mill'] };
    const [part] = outstanding(recommendation('first/roof', ['agreed 2020-01-01', 'part-done 2020-02-01']));
    const [byOne] = outstanding(recommendation('first/roof', ['agreed 2020-01-01', some], { to: ['mill', 'town'] }));
    expect([part?.ended, byOne?.ended]).toEqual([undefined, undefined]);
  });

  it('ends once every body has done its part', () => {
    const steps = [
      'agreed 2020-01-01',
      { state: 'done', date: '2020-02-01', bodies: ['mill'] },
      { state: 'done', date: '2020-04-01', bodies: ['town'] },
    ];
    expect(outstanding(recommendation('first/roof', steps, { to: ['mill', 'town'] }))[0]?.ended?.date).toBe('2020-04-01');
  });

  it('opens anew where it is made again after it was done', () => {
    const spans = outstanding(
      recommendation('first/roof', ['recommended 2020-01-01', 'done 2020-02-01']),
      recommendation('second/roof', ['recommended 2021-06'], { repeats: 'first/roof' }),
    );
    expect(spans.map(({ from, ended }) => [from, ended?.date])).toEqual([
      ['2020-01-01', '2020-02-01'],
      ['2021-06', undefined],
    ]);
  });

  it('takes the date of the decision for a recommendation without one, and says so where the end has none', () => {
    const [span] = outstanding(recommendation('first/roof', ['recommended', 'done']));
    expect([span?.from, span?.ended, span?.open]).toEqual(['2020-01-01', { state: 'done', date: undefined }, undefined]);
  });

  it('lists the spans by their beginnings', () => {
    const spans = outstanding(
      recommendation('second/door', ['recommended 2021-06']),
      recommendation('first/roof', ['recommended 2020-01-01']),
    );
    expect(spans.map(({ from }) => from)).toEqual(spans.map(({ from }) => from).toSorted(compareDates));
  });
});
