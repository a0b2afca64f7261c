import { expect, test } from 'vitest';
import { writePin } from '../../src/graph/pin.ts';
import { hashParagraph } from '../../src/plugins/remark-paragraph-anchors.ts';

const pin = (text: string, words: string, ids = ['p-0000000a']) =>
  writePin('a.mdx', text, { file: 'a.mdx', line: 1, into: hashParagraph(words), ids });

test.each([
  ['a paragraph', '---\na: 1\n---\n\nOne.\n\nTwo.\n', 'Two.', '---\na: 1\n---\n\nOne.\n\n<Anchor id="p-0000000a" />Two.\n'],
  ['a list item', '---\na: 1\n---\n- One\n- Two\n', 'Two', '---\na: 1\n---\n- One\n- <Anchor id="p-0000000a" />Two\n'],
  [
    'a paragraph inside a component',
    '---\na: 1\n---\n<Opinion by="us">\nOne.\n</Opinion>\n',
    'One.',
    '---\na: 1\n---\n<Opinion by="us">\n<Anchor id="p-0000000a" />One.\n</Opinion>\n',
  ],
  [
    'a paragraph that begins with a component',
    '---\na: 1\n---\n<Body id="b" /> met.\n',
    'b met.',
    '---\na: 1\n---\n<Anchor id="p-0000000a" /><Body id="b" /> met.\n',
  ],
  [
    'a file of another system',
    '\uFEFF---\r\na: 1\r\n---\r\nOne.\r\n\r\nTwo.\r\n',
    'Two.',
    '\uFEFF---\r\na: 1\r\n---\r\nOne.\r\n\r\n<Anchor id="p-0000000a" />Two.\r\n',
  ],
])('a pin begins %s and changes nothing else', (_what, text, words, pinned) => {
  expect(pin(text, words)).toBe(pinned);
});

test('paragraphs that were merged keep their addresses side by side', () => {
  expect(pin('---\na: 1\n---\nOne two.\n', 'One two.', ['p-0000000a', 'p-0000000b'])).toContain(
    '\n<Anchor id="p-0000000a" /><Anchor id="p-0000000b" />One two.\n',
  );
});

test('a paragraph that is not there is not pinned', () => {
  expect(pin('---\na: 1\n---\nOne.\n', 'Two.')).toBeUndefined();
});
