import { expect, test } from 'vitest';
import { toAccessChecks } from './access-results.ts';

const promised = { number: 1, text: 'A door can be opened.', shownBy: { 'door.test.ts': ['by hand', 'by key'] } };
const outcome = (title: string, state: 'passed' | 'failed' | 'skipped') => ({ file: 'door.test.ts', title, state });

test.each([
  ['passed', [outcome('by hand', 'passed'), outcome('by key', 'passed')]],
  ['failed', [outcome('by hand', 'passed'), outcome('by key', 'failed')]],
  ['not-run', [outcome('by hand', 'passed'), outcome('by key', 'skipped')]],
  ['not-run', [outcome('by hand', 'passed')]],
])('a check of accessibility is %s', (result, outcomes) => {
  expect(toAccessChecks([promised], outcomes)).toEqual([{ text: 'A door can be opened.', result }]);
});

test('a promise without a test is never said to have passed, and what a check leaves open is kept', () => {
  const outcomes = [outcome('by hand', 'passed'), outcome('by key', 'passed')];
  expect(toAccessChecks([{ ...promised, shownBy: {} }], outcomes)).toMatchObject([{ result: 'not-run' }]);
  expect(toAccessChecks([{ ...promised, gap: 'not at night.' }], outcomes)).toMatchObject([{ result: 'passed', gap: 'not at night.' }]);
});
