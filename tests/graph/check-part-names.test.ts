import { expect, test } from 'vitest';
import { formatProblem } from '../../src/compile/problem.ts';
import { checkPartNames } from '../../src/graph/check-part-names.ts';
import { keyOf, type Target } from '../../src/graph/targets.ts';

const event = (id: string): [string, Target] => [
  keyOf('event', id),
  { kind: 'event', id, file: `content/events/${id}.mdx`, line: 1, column: 1 },
];

test('an event may not be called as a year of the timeline is', () => {
  const targets = new Map([event('2024'), event('other'), event('2024-review')]);
  expect(checkPartNames(targets).map(formatProblem)).toEqual([
    'content/events/2024.mdx:1:1 "2024" is the name of a part of the timeline. Give the event an id that also says what happened.',
    'content/events/other.mdx:1:1 "other" is the name of a part of the timeline. Give the event an id that also says what happened.',
  ]);
});
