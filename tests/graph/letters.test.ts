import { expect, test } from 'vitest';
import type { PersonEntry } from '../../src/graph/archive.ts';
import { findNamed, holdsName, listLetters, nameRole } from '../../src/graph/letters.ts';

/** A person of an invented family, with letters written `decision name`. */
const person = (id: string, role: string, ...letters: string[]): PersonEntry => ({
  id: `smiths-${id}`,
  family: 'smiths',
  data: {
    id,
    role,
    names: letters.map((text) => ({
      decision: text.split(' ')[0] ?? '',
      name: text.slice(text.indexOf(' ') + 1),
      evidence: [{ source: 'gazette' }],
    })),
  },
});
const father = person('father', 'the father, who complained', 'first Mr A', 'second Mr B', 'third Mr B');
const aunt = person('aunt', 'the aunt', 'first Ms C');

test.each([
  ['Mr A complained.', true],
  ['He is “Mr\u00A0A”.', true],
  ['Mr Atkins complained.', false],
  ['Dr Mr A-B', true],
  ['Mister A', false],
])('%j holds the name Mr A: %j', (words, holds) => {
  expect(holdsName(words, 'Mr\u00A0A')).toBe(holds);
});

test('a person is named by any letters that a decision uses', () => {
  expect(
    ['Mr A wrote.', 'Mr B wrote to Ms C.', 'The father wrote.'].map((words) => findNamed(words, [father, aunt]).map(({ id }) => id)),
  ).toEqual([['smiths-father'], ['smiths-father', 'smiths-aunt'], []]);
});

test('the letters of the decisions named are given, each once', () => {
  expect(listLetters(father, ['second', 'third'])).toEqual([{ name: 'Mr B', decisions: ['second', 'third'] }]);
});

test('all letters are given where no decision is named', () => {
  expect(listLetters(father).map(({ name }) => name)).toEqual(['Mr A', 'Mr B']);
});

test('the role is told in a few words', () => {
  expect(nameRole(father)).toBe('the father');
});
