import { expect, test } from 'vitest';
import { remarkDataOnly } from '../../src/plugins/remark-data-only.ts';
import { runPlugin } from '../builders/markdown.ts';

const run = (markdown: string) => runPlugin(remarkDataOnly({ components: ['Quote', 'Note'] }), markdown);

test.each([
  ['an import', "import x from 'y'", '1:1 code-in-content'],
  ['an export', 'export const x = 1', '1:1 code-in-content'],
  ['an expression on a line of its own', '{process.env.HOME}', '1:1 code-in-content'],
  ['an expression in a sentence', 'It was {1 + 1} years.', '1:8 code-in-content'],
  ['a comment in braces', 'One {/* hidden */} two', '1:5 code-in-content'],
  ['an expression as a property', '<Quote id={name} />', '1:8 code-in-content'],
  ['properties spread from an object', 'See <Quote {...all} />', '1:12 code-in-content'],
])('%s is reported as code', (_what, markdown, message) => {
  expect(run(markdown).messages).toEqual([message]);
});

test.each([
  ['raw HTML', '<div>text</div>', '1:1 unknown-component'],
  ['a script', 'Text <script>x</script>', '1:6 unknown-component'],
  ['a misspelt component', '<Qoute id="a" />', '1:1 unknown-component'],
  ['a name that every object has', '<constructor />', '1:1 unknown-component'],
  ['a fragment', '<>text</>', '1:1 unknown-component'],
  ['a member of a component', '<Note.x />', '1:1 unknown-component'],
])('%s is not a component of the vocabulary', (_what, markdown, message) => {
  expect(run(markdown).messages).toEqual([message]);
});

test('an unknown component inside a known one is reported too', () => {
  expect(run('<Note>one <b>two</b></Note>').messages).toEqual(['1:11 unknown-component']);
});

test.each([
  ['known components with text properties', '<Note>See <Quote id="a" /></Note>'],
  ['braces that are escaped', 'A brace: \\{'],
  ['braces inside code', '`{x}`'],
  ['a sign of comparison before a space', '3 < 4'],
])('%s pass', (_what, markdown) => {
  expect(run(markdown).messages).toEqual([]);
});
