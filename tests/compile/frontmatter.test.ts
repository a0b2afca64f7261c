import { expect, test } from 'vitest';
import { normaliseNewlines, splitFile } from '../../src/compile/frontmatter.ts';
import { compileRecord } from '../../src/compile/record.ts';
import { write } from '../builders/content.ts';
import { placesOf } from '../builders/content.ts';
import { readProcessorTime } from '../builders/processor-time.ts';

const problemsOf = (text: string) => splitFile('a.mdx', text).problems;

test('the body keeps the lines and columns of the file', () => {
  expect(splitFile('a.mdx', '---\nterm: Tŷ\n---\nText.\n').body).toBe('   \n        \n   \nText.\n');
});

test('a value knows its line and column, and so does its key', () => {
  const { frontmatter } = splitFile('a.mdx', '---\nterm: Panel\nevidence:\n  - source: gazette\n---\n');
  expect([frontmatter?.locate(['evidence', 0, 'source']), frontmatter?.locateKey(['evidence', 0, 'source'])]).toEqual([
    { line: 4, column: 13 },
    { line: 4, column: 5 },
  ]);
});

test('a value that is not there is placed at the nearest that is', () => {
  const { frontmatter } = splitFile('a.mdx', '---\nterm: Panel\nevidence:\n  - at: p 2\n---\n');
  expect(frontmatter?.locate(['evidence', 0, 'source'])).toEqual({ line: 4, column: 5 });
});

test.each([
  ['nothing at all', '', 1, 1, 'The file does not begin with frontmatter. Begin it with a line "---", the fields, and a line "---"'],
  [
    'text before the frontmatter',
    'Text.\n---\nterm: a\n---\n',
    1,
    1,
    'The file does not begin with frontmatter. Begin it with a line "---", the fields, and a line "---"',
  ],
  ['frontmatter that is never closed', '---\nterm: a\n', 1, 1, 'The frontmatter is never closed. Put a line "---" after the last field'],
  [
    'a key given twice',
    '---\nterm: a\nother: b\nterm: c\n---\n',
    4,
    1,
    'The frontmatter cannot be read: Map keys must be unique. Mend the YAML here',
  ],
  [
    'a tab for indentation',
    '---\nevidence:\n\t- source: a\n---\n',
    3,
    1,
    'The frontmatter cannot be read: Tabs are not allowed as indentation. Mend the YAML here',
  ],
  [
    'a quotation mark that is never closed',
    '---\nterm: "a\n---\n',
    3,
    1,
    'The frontmatter cannot be read: Missing closing "quote. Mend the YAML here',
  ],
])('%s is reported with its place', (_what, text, line, column, message) => {
  expect(problemsOf(text)).toEqual([{ file: 'a.mdx', line, column, kind: 'malformed-frontmatter', message }]);
});

test('the faults of frontmatter that is never closed are not sought in the body', () => {
  expect(placesOf(compileRecord('term', 'a', 'a.mdx', '---\nterm: {a\n').problems)).toEqual(['1:1 malformed-frontmatter']);
});

test('a value repeated by an alias is reported where it stands', () => {
  expect(problemsOf('---\nterm: &a Panel\ndefinition: *a\n---\n')).toEqual([
    { file: 'a.mdx', line: 3, column: 13, kind: 'not-allowed', message: '"*a" repeats another value. Write the value out' },
  ]);
});

test.each([
  ['a mapping', '{ a: b }: c', 2, 1],
  ['a list', '? [a, b]\n: c', 2, 3],
])('%s for the name of a field is reported where it stands', (_what, yaml, line, column) => {
  expect(placesOf(problemsOf(`---\n${yaml}\n---\n`))).toEqual([`${line}:${column} not-allowed`]);
});

test('after its first error the parser is not asked what else it did not expect', () => {
  expect(placesOf(problemsOf('---\n[a]\nb\nterm: "Panel"\n---\n'))).toEqual(['3:1 malformed-frontmatter']);
});

test('an alias bomb ends at once', () => {
  const lines = Array.from(
    { length: 30 },
    (_, index) =>
      `a${index}: &a${index} [${Array(10)
        .fill(index ? `*a${index - 1}` : 'x')
        .join(', ')}]`,
  );
  const start = readProcessorTime();
  const problems = problemsOf(`---\n${lines.join('\n')}\n---\n`);
  expect([problems.length, readProcessorTime() - start < 500]).toEqual([290, true]);
});

test('a YAML tag is not let pass as text', () => {
  expect(placesOf(problemsOf('---\nterm: !secret Panel\n---\n'))).toEqual(['2:7 malformed-frontmatter']);
});

test('dates, "no" and "off" stay text', () => {
  expect(splitFile('a.mdx', '---\na: 2020-02-29\nb: no\nc: off\n---\n').frontmatter?.value).toEqual({ a: '2020-02-29', b: 'no', c: 'off' });
});

test.each([
  ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['CR', (text: string) => text.replaceAll('\n', '\r')],
  ['a byte order mark', (text: string) => `\uFEFF${text}`],
])('%s makes no difference to what is compiled', (_what, change) => {
  const text = write('term', {}, 'One\ntwo.\n\n- Three\n\n<Note>four</Note>\n');
  expect(normaliseNewlines(change(text))).toBe(text);
});

test('a newline at the end makes no difference to what is compiled', () => {
  const [with_, without] = ['Text.\n', 'Text.'].map((body) => compileRecord('term', 'a', 'a.mdx', write('term', {}, body)));
  expect(with_).toEqual(without);
});
