import { expect, test } from 'vitest';
import { judge, type TestOutcome, toTitlePattern } from './judge.ts';
import type { Promised } from './promise.ts';
import { writeReport } from './write-report.ts';

const promised: Promised = { number: 1, text: 'A door shuts.', shownBy: { 'door.test.ts': ['it shuts', 'it shuts on %s'] } };
const run = (...outcomes: [title: string, state: TestOutcome['state']][]): TestOutcome[] =>
  outcomes.map(([title, state]) => ({ file: 'door.test.ts', title, state }));

test.each([
  ['kept', run(['it shuts', 'passed'], ['it shuts on Monday', 'passed'])],
  ['failed', run(['it shuts', 'passed'], ['it shuts on Monday', 'passed'], ['it shuts on Sunday', 'failed'])],
  ['not tested', run(['it shuts', 'passed'])],
  ['not tested', run(['it shuts', 'skipped'], ['it shuts on Monday', 'passed'])],
  ['not tested', [{ file: 'window.test.ts', title: 'it shuts', state: 'passed' } as const]],
])('a promise is %s', (verdict, outcomes) => {
  expect(judge(promised, outcomes).verdict).toBe(verdict);
});

test('a promise with a gap is never wholly kept, and one without a test is not tested', () => {
  const all = run(['it shuts', 'passed'], ['it shuts on Monday', 'passed']);
  expect(judge({ ...promised, gap: 'not at night.' }, all).verdict).toBe('kept in part');
  expect(judge({ ...promised, shownBy: {} }, all).verdict).toBe('not tested');
});

test.each([
  ['%s is refused (at %i)', 'a\nb is refused (at 3)', true],
  ['%s is refused (at %i)', 'a is refused (at 3)!', false],
  ['in $name', 'in the dark', true],
  ['100 %% of %s', '100 % of it', true],
  ['a.b', 'axb', false],
])('the title %j makes %j: %j', (written, made, does) => {
  expect(toTitlePattern(written).test(made)).toBe(does);
});

test('the report names what is not kept first, and each test with what came of it', () => {
  const groups = [
    { letter: 'A', subject: 'Doors', promises: [promised, { number: 2, text: 'A | stroke.', shownBy: {}, gap: 'nobody looked.' }] },
  ];
  const outcomes = run(['it shuts', 'passed'], ['it shuts on Sunday', 'failed']);
  expect(writeReport(groups, outcomes, 'nothing')).toBe(
    `# Trust: what is promised, and what the tests say of it

Written by \`npm run prove\` from the results of its runs on nothing. Not edited by hand: a promise and its tests stand in \`tests/trust/promises/\`.

Of 2 promises 0 are kept, 0 in part; 1 failed and 1 were not tested.
Not wholly kept: 1 (failed), 2 (not tested).

## A. Doors

| | Promise | Result | Shown by (files under \`tests/\`) |
| --- | --- | --- | --- |
| 1 | A door shuts. | failed | \`door.test.ts\`: it shuts · it shuts on %s **(failed)** |
| 2 | A \\| stroke. | not tested: nobody looked. |  |
`,
  );
});
