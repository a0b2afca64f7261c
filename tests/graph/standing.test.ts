import { expect, test } from 'vitest';
import type { Lineage } from '../../src/graph/archive.ts';
import { findStanding, sortByStanding } from '../../src/graph/standing.ts';
import type { RecommendationState } from '../../src/schema/decision.ts';

const lineage = (id: string, ...steps: [RecommendationState, string?][]): Lineage => ({
  id,
  recommendations: [id],
  steps: steps.map(([state, date]) => ({
    recommendation: id,
    decision: 'd',
    state: { state, text: 'So.', evidence: [{ source: 'gazette' }], ...(date && { date }) },
  })),
});
const standingOf = (...steps: [RecommendationState, string?][]) => findStanding(lineage('d/plan', ...steps));

test('what was done stands as done, and is measured to the day it was', () => {
  expect(standingOf(['recommended', '2022-05-03'], ['done-late', '2025-02-13'])).toEqual({
    state: 'done-late',
    since: '2025-02-13',
    outstanding: { fewest: 1017, most: 1017, doubtful: false },
    unknownAfter: false,
  });
});

test('what was found not done stands so until the last evidence, and not until today', () => {
  expect(standingOf(['recommended', '2022-05-03'], ['not-done', '2024-08-31'])).toEqual({
    state: 'not-done',
    since: '2024-08-31',
    outstanding: { fewest: 851, most: 851, doubtful: false },
    unknownAfter: true,
  });
});

test('silence is unknown', () => {
  expect(standingOf(['recommended', '2022-05-03'], ['agreed', '2022-06'])).toEqual({
    state: 'unknown',
    since: undefined,
    outstanding: undefined,
    unknownAfter: true,
  });
});

test('what was called done and later found not done stands as not done', () => {
  expect(standingOf(['recommended', '2022'], ['done', '2022-10'], ['not-done', '2023-11'])).toMatchObject({
    state: 'not-done',
    since: '2023-11',
    unknownAfter: true,
  });
});

test('what was found not done and later done stands as done', () => {
  expect(standingOf(['recommended', '2022'], ['not-done', '2023-11'], ['done', '2024'])).toMatchObject({
    state: 'done',
    since: '2024',
    unknownAfter: false,
  });
});

test('a step without a date cannot be measured', () => {
  expect(standingOf(['recommended', '2022'], ['not-done'])).toMatchObject({ state: 'not-done', since: undefined, outstanding: undefined });
});

test('what is known not to be done stands first, then what is unknown, then what was done', () => {
  const lineages = [
    lineage('a', ['done', '2022']),
    lineage('b', ['agreed', '2022']),
    lineage('c', ['not-done', '2022']),
    lineage('d', ['part-done', '2022']),
  ];
  expect(sortByStanding(lineages).map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
});
