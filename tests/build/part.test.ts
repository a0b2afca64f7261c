import { expect, test } from 'vitest';
import { isInPart, partName, readPart } from '../../src/build/part.ts';

test('without a setting the whole site is built', () => {
  expect(readPart('')).toBeUndefined();
});

test.each(['1/1', '3/8', '10000/10000'])('%s names a part', (value) => {
  const part = readPart(value);
  expect(part && partName(part)).toBe(value.replace('/', '-of-'));
});

test.each(['0/8', '9/8', '3', '3/', '/8', '-1/8', '1.5/8', '3/8/2', ' 3/8', '1/10001', 'all'])('"%s" is refused', (value) => {
  expect(() => readPart(value)).toThrow(`UPHELD_SHARD is "${value}". Write which part of how many, as 3/8`);
});

test.each([1, 2, 4, 7])('of %i parts every file is in one', (of) => {
  const files = Array.from({ length: 500 }, (_, index) => `decisions/24-${index}/index.html`);
  const parts = Array.from({ length: of }, (_, index) => files.filter((file) => isInPart({ number: index + 1, of }, file)));
  expect(parts.flat().toSorted()).toEqual(files.toSorted());
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan((500 / of) * 1.4 + 1);
});
