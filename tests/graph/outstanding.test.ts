import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Lineage } from '../../src/graph/archive.ts';
import { compareDates, formatInterval } from '../../src/graph/interval.ts';
import { buildLineages } from '../../src/graph/lineage.ts';
import { listOutstanding, sortByStanding } from '../../src/graph/outstanding.ts';
import { recommendationEntry } from '../builders/records.ts';

const dateOf = new Map([
  ['first', '2020-01-01'],
  ['second', '2021-06'],
]);

/** A recommendation from states written as `state date` or `state`; after them come the bodies whose state it is: `done 2021 mill,town`. */
const recommendation = (id: string, states: readonly string[], more: object = {}) => recommendationEntry(id, states, more);
const lineagesOf = (...recommendations: ReturnType<typeof recommendation>[]) => buildLineages(recommendations, dateOf);
const spansOf = (...recommendations: ReturnType<typeof recommendation>[]) => listOutstanding(lineagesOf(...recommendations));
const standingOf = (states: readonly string[], more: object = {}) => lineagesOf(recommendation('first/roof', states, more))[0]?.standing;

const openFor = (lineage: Lineage | undefined) =>
  lineage?.standing.outstanding ? formatInterval(lineage.standing.outstanding) : 'no day is certain';
const both = { to: ['mill', 'town'] };

test.each([
  ['exact days', ['recommended 2022-05-03', 'done 2025-02-13'], {}, '1,017 days', 'done 2025-02-13'],
  ['an exact day to a month', ['recommended 2022-05-03', 'not-done 2023-11'], {}, 'at least 547 days', 'not-done 2023-11, not known after'],
  [
    'a month to an exact day',
    ['recommended 2023-11', 'not-done 2025-02-13'],
    {},
    'at least 441 days',
    'not-done 2025-02-13, not known after',
  ],
  [
    'a day to an approximate one',
    ['recommended 2022-05-03', 'not-done 2024-08-31~'],
    {},
    'about 851 days',
    'not-done 2024-08-31~, not known after',
  ],
  ['a day to an uncertain span', ['recommended 2022-05-03', 'done 2023-11~/2023-12'], {}, 'at least 547 days', 'done 2023-11~/2023-12'],
  ['a year to a year', ['recommended 2022', 'done-late 2023'], {}, 'at least 1 day', 'done-late 2023'],
  [
    'a day to a time without an end',
    ['recommended 2022-05-03', 'part-done 2023-01-01/..'],
    {},
    'at least 243 days',
    'part-done 2023-01-01/.., not known after',
  ],
  ['a day to a time without a beginning', ['recommended 2022-05-03', 'done ../2023'], {}, 'no day is certain', 'done ../2023'],
  ['a month to a day in it', ['recommended 2022-05', 'done 2022-05-20'], {}, 'no day is certain', 'done 2022-05-20'],
  ['a request to an agreement', ['recommended 2022-05-03', 'agreed 2022-06-03', 'unknown'], {}, '31 days', 'unknown, not known after'],
  ['an end without a date', ['recommended 2022-05-03', 'done'], {}, 'no day is certain', 'done'],
  ['a request without a date, from its decision', ['recommended', 'done 2020-01-31'], {}, '30 days', 'done 2020-01-31'],
  ['nothing after the request', ['recommended 2022-05-03'], {}, 'no day is certain', 'unknown, not known after'],
  ['one of two bodies done', ['agreed 2020-01-01', 'done 2020-02-01 mill'], both, '31 days', 'part-done 2020-02-01, not known after'],
  [
    'one done, then found wanting',
    ['agreed 2020-01-01', 'done 2020-02-01 mill', 'not-done 2020-03-01 town'],
    both,
    '60 days',
    'not-done 2020-03-01, not known after',
  ],
  [
    'both done, one after the other',
    ['agreed 2020-01-01', 'done 2020-02-01 mill', 'done-late 2020-04-01 town'],
    both,
    '91 days',
    'done-late 2020-04-01',
  ],
  [
    'done, and found not done after all',
    ['recommended 2020-01-01', 'done 2020-06-01', 'not-done 2021-01-01'],
    {},
    '366 days',
    'not-done 2021-01-01, not known after',
  ],
  [
    'found not done, and done then',
    ['recommended 2020-01-01', 'not-done 2020-06-01', 'done 2021-01-01'],
    {},
    '366 days',
    'done 2021-01-01',
  ],
])('%s', (_what, states, more, days, stands) => {
  const [lineage] = lineagesOf(recommendation('first/roof', states, more));
  const { state, since, unknownAfter } = lineage?.standing ?? {};
  expect([openFor(lineage), `${state}${since ? ` ${since}` : ''}${unknownAfter ? ', not known after' : ''}`]).toEqual([days, stands]);
});

describe('the times for which something stood open', () => {
  it('go on where it is made again until it is done', () => {
    const [span, ...others] = spansOf(
      recommendation('first/roof', ['recommended 2020-01-01', 'not-done 2021-06']),
      recommendation('second/roof', ['recommended 2021-06', 'done 2021-06~/2021-07'], { repeats: 'first/roof' }),
    );
    expect(others).toEqual([]);
    expect(span).toMatchObject({
      from: '2020-01-01',
      known: { date: '2021-06', state: 'recommended' },
      foundNotDone: { date: '2021-06' },
      ended: { state: 'done', date: '2021-06~/2021-07' },
      open: { fewest: 517 },
    });
    expect(span?.made.map(({ decision }) => decision)).toEqual(['first', 'second']);
  });

  it('open anew where it is made again after it was done', () => {
    const [lineage] = lineagesOf(
      recommendation('first/roof', ['recommended 2020-01-01', 'done 2020-02-01']),
      recommendation('second/roof', ['recommended'], { repeats: 'first/roof' }),
    );
    expect(lineage?.spans.map(({ from, ended }) => [from, ended?.date])).toEqual([
      ['2020-01-01', '2020-02-01'],
      ['2021-06', undefined],
    ]);
    expect(lineage?.standing).toEqual({ state: 'unknown', since: undefined, outstanding: undefined, unknownAfter: true });
  });

  it('are listed by their beginnings, what was found not done first', () => {
    const spans = spansOf(
      recommendation('second/door', ['recommended 2021-06']),
      recommendation('first/wall', ['recommended 2020-01-01']),
      recommendation('first/roof', ['recommended 2020-01-01', 'not-done 2021']),
    );
    expect(spans.map(({ lineage }) => lineage)).toEqual(['first/roof', 'first/wall', 'second/door']);
  });
});

test('what is known not to be done stands first, then what is unknown, then what was done', () => {
  const after = (id: string, state: string) => recommendation(`first/${id}`, ['recommended 2020-01-01', state]);
  const lineages = lineagesOf(
    after('a', 'done 2022'),
    after('b', 'agreed 2022'),
    after('c', 'not-done 2022'),
    after('d', 'part-done 2022'),
  );
  expect(sortByStanding(lineages).map(({ id }) => id)).toEqual(['first/c', 'first/d', 'first/b', 'first/a']);
});

/** Histories that may be published: a request, then any states by date. */
const days = fc.integer({ min: 0, max: 1500 }).map((day) => new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10));
const later = fc.constantFrom('agreed', 'done', 'done-late', 'part-done', 'not-done', 'unknown', 'done-by-mill', 'done-by-town');
const histories = fc
  .array(fc.tuple(days, later), { maxLength: 6 })
  .map((states) =>
    states
      .toSorted(([a], [b]) => compareDates(a, b))
      .map(([date, state]) => (state.startsWith('done-by-') ? `done ${date} ${state.slice(8)}` : `${state} ${date}`)),
  );
const whole = (states: readonly string[]) => standingOf(['recommended 2019-12-31', ...states], both);

test('the true number of days lies between the fewest and the most, however vaguely the dates are known', () => {
  const vaguenesses = fc.constantFrom('day', 'month', 'year', 'span', 'open');
  const blur = (day: string, how: string) =>
    how === 'day'
      ? day
      : how === 'month'
        ? day.slice(0, 7)
        : how === 'year'
          ? day.slice(0, 4)
          : how === 'span'
            ? `${day.slice(0, 4)}/${day}`
            : `${day}/..`;
  fc.assert(
    fc.property(fc.tuple(days, days), vaguenesses, vaguenesses, (pair, first, last) => {
      const [from = '', to = ''] = pair.toSorted();
      const exact = standingOf([`recommended ${from}`, `not-done ${to}`])?.outstanding ?? { fewest: 0, most: 0 };
      const rough = standingOf([`recommended ${blur(from, first)}`, `not-done ${blur(to, last)}`])?.outstanding;
      expect(rough?.fewest ?? 0).toBeLessThanOrEqual(exact.fewest);
      if (rough) expect(rough.most ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(exact.most ?? 0);
    }),
  );
});

test('what is not known changes nothing', () => {
  fc.assert(
    fc.property(histories, (states) => {
      expect(whole([...states, 'unknown'])).toEqual(whole(states));
    }),
  );
});

test('a lineage stands as done only where every body has done its part and nothing after says otherwise', () => {
  fc.assert(
    fc.property(histories, (states) => {
      const standing = whole(states);
      if (standing?.state !== 'done' && standing?.state !== 'done-late') return;
      const last = states.findLastIndex((state) => state.startsWith('done'));
      expect(states.slice(last + 1).filter((state) => /^(?:not|part)-done/.test(state))).toEqual([]);
      const byAll = states.some((state) => /^done(?:-late)? \S+$/.test(state));
      expect(byAll || ['mill', 'town'].every((body) => states.some((state) => state.endsWith(body)))).toBe(true);
    }),
  );
});

test('the times for which something stood open follow one another, and none is longer than the whole', () => {
  fc.assert(
    fc.property(histories, (states) => {
      const [lineage] = lineagesOf(recommendation('first/roof', ['recommended 2019-12-31', ...states], both));
      const spans = lineage?.spans ?? [];
      for (const [index, span] of spans.entries()) {
        const next = spans[index + 1];
        if (next) expect(compareDates(span.ended?.date ?? '9999', next.from)).toBeLessThanOrEqual(0);
        if (index < spans.length - 1) expect(span.ended).toBeDefined();
        expect(span.open?.fewest ?? 0).toBeLessThanOrEqual(span.open?.most ?? Number.POSITIVE_INFINITY);
      }
    }),
  );
});
