import { expect, test } from 'vitest';
import { newKindNames } from '../../../scripts/new/new-kinds.ts';
import { listNames, readRequest } from '../../../scripts/new/read-request.ts';

test.each([['25-001-234'], ['25 001 234'], ['25', '001', '234'], ['25001234']])('a reference may be written as %s', (...words) => {
  expect(readRequest(['decision', ...words])).toMatchObject({ kind: 'decision', id: '25-001-234' });
});

test('fields are given by name, ids of a list with commas, and again for more', () => {
  const { given, blank } = readRequest([
    'event',
    '2020-a',
    '--title',
    'One, two',
    '--bodies',
    'a,b',
    '--bodies=c',
    '--source=x=y',
    '--blank',
  ]);
  expect([Object.fromEntries(given), blank]).toEqual([{ title: ['One, two'], bodies: ['a', 'b', 'c'], source: ['x=y'] }, true]);
});

test.each([
  [['evnet'], 'There is no kind "evnet". Did you mean "event"?'],
  [['event', 'A b'], '"A b" is not an id.'],
  [['event', 'a', 'b'], '"b" stands alone. Put a value of several words in quotation marks'],
  [['event', 'a', '--tittle', 'x'], 'An event has no field "tittle". Did you mean "title"?'],
  [['event', 'a', '--title'], '--title needs a value'],
  [['quote', 'a'], '"a" is not the id of a quote.'],
  [['decision', '25 001'], '"25 001" is not a reference number.'],
  [['decision', '25 001 234b'], 'Leave the letter away'],
  [['--title', 'x'], 'Say first what to make'],
])('%j is refused in a sentence', (args, words) => {
  expect(() => readRequest(args)).toThrow(words);
});

test.each(newKindNames)('the source of a new %s can be given by one name', (kind) => {
  expect(['source', 'essay', 'correction'].includes(kind) || listNames(kind).leafByName.has('source')).toBe(true);
});
