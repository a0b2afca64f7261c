import { expect, test } from 'vitest';
import { compileRecord } from '../../src/compile/record.ts';
import { compileSources } from '../../src/compile/sources.ts';
import { placesOf, write } from '../builders/content.ts';
import { readProcessorTime } from '../builders/processor-time.ts';

const compileBody = (body: string) => placesOf(compileRecord('term', 'a', 'a.mdx', write('term', {}, body)).problems);
const nestList = (depth: number) => Array.from({ length: depth }, (_, level) => `${'  '.repeat(level)}- item ${level}`).join('\n');

test.each([
  ['quotations', `${'> '.repeat(5000)}text`, '6:1'],
  ['quotations without spaces', `${'>'.repeat(5000)}text`, '6:1'],
  ['lists on one line', `${'- '.repeat(5000)}text`, '6:1'],
  ['numbered lists', `${'1. '.repeat(5000)}text`, '6:1'],
  ['lists on many lines', nestList(500), '70:1'],
  ['components in a line', `${'<Note>'.repeat(3000)}x${'</Note>'.repeat(3000)}`, '6:385'],
  ['components on lines of their own', `${'<Note>\n'.repeat(3000)}x\n${'</Note>\n'.repeat(3000)}`, '70:1'],
  ['emphasis', `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`, '6:1'],
  ['emphasis in emphasis', `${'*a **b '.repeat(500)}${'b** a* '.repeat(500)}`, '6:450'],
])('%s nested too deep are a problem with a place', (_what, body, place) => {
  expect(compileBody(body)).toEqual([`${place} not-allowed`]);
});

test.each([
  ['quotations', `${'> '.repeat(20)}text`],
  ['lists', nestList(20)],
  ['components', `${'<Note>'.repeat(20)}x${'</Note>'.repeat(20)}`],
  ['emphasis', `${'*a **b '.repeat(10)}${'b** a* '.repeat(10)}`],
  ['a line of dashes', `One.\n\n${'-'.repeat(300)}\n\nTwo.`],
  ['a line of stars', `One.\n\n${'*'.repeat(300)}\n\nTwo.`],
  ['frontmatter with long lines, which the body keeps as blanks', ''],
])('%s as an editor may write them pass', (_what, body) => {
  expect(
    placesOf(compileRecord('term', 'a', 'a.mdx', write('term', { definition: 'A group that meets. '.repeat(20) }, body)).problems),
  ).toEqual([]);
});

test.each([
  ['brackets', '['.repeat(300_000)],
  ['links', '[a]'.repeat(100_000)],
  ['pictures', '![a]('.repeat(50_000)],
  ['marks that nothing closes', 'a_ '.repeat(100_000)],
  ['runs of backticks, each of another length', Array.from({ length: 1000 }, (_, length) => '`'.repeat(length)).join(' a ')],
  ['notes that nothing closes', '<Note> '.repeat(20_000)],
  ['braces', '{'.repeat(50_000)],
  ['empty lines', 'a\n\n'.repeat(200_000)],
  ['too much text', 'word '.repeat(300_000)],
  ['numbers', '1,'.repeat(200_000)],
  ['typed figures', '£1 '.repeat(30_000)],
  ['hidden characters', 'a&#x200B;'.repeat(10_000)],
])('very many %s end in seconds', (_what, body) => {
  const start = readProcessorTime();
  compileBody(body);
  expect(readProcessorTime() - start).toBeLessThan(8000);
});

test.each([
  ['in brackets', `a: ${'['.repeat(5000)}`, '2:68'],
  ['in brackets that comments seem to close', `a:\n${' [ #]\n'.repeat(5000)}`, '67:2'],
  ['in dashes', `a:\n  ${'- '.repeat(5000)}b`, '3:1'],
  ['in lines', Array.from({ length: 500 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'), '131:1'],
])('frontmatter nested too deep %s is a problem with a place', (_what, yaml, place) => {
  expect(placesOf(compileRecord('term', 'a', 'a.mdx', `---\n${yaml}\n---\n`).problems)).toEqual([`${place} not-allowed`]);
});

test('frontmatter may be as deep as a record needs', () => {
  expect(placesOf(compileRecord('term', 'a', 'a.mdx', write('term', { term: '[[[[[' })).problems)).toEqual([]);
});

test('sources.json nested too deep is a problem with a place', () => {
  expect(placesOf(compileSources('sources.json', `\n${'['.repeat(5000)}${']'.repeat(5000)}`).problems)).toEqual(['2:65 not-allowed']);
});
