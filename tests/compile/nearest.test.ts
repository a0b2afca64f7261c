import { expect, test } from 'vitest';
import { findNearest, suggest } from '../../src/compile/nearest.ts';

const ids = ['2025-02-13-third-decision', '2023-11-14-second-decision', 'clements-2025-s117', 'bbc-2024'];

test.each([
  ['2025-02-13-thrid-decision', '2025-02-13-third-decision'],
  ['third-decision', '2025-02-13-third-decision'],
  ['clements-2025', 'clements-2025-s117'],
  ['bbc-2042', 'bbc-2024'],
])('"%s" is near "%s"', (written, meant) => expect(findNearest(written, ids)).toBe(meant));

test.each(['decision', 'bbc', 'something-else'])('"%s" could be several or none', (written) =>
  expect(findNearest(written, ids)).toBeUndefined(),
);

test('what to do stands where nothing is near', () => {
  expect(suggest('something-else', ids, 'Name another.')).toBe('Name another.');
  expect(suggest('bbc-2042', [], 'Name another.')).toBe('Name another.');
  expect(suggest('bbc-2042', ids, 'Name another.')).toBe('Did you mean "bbc-2024"?');
});
