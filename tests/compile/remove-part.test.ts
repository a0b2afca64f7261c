import { expect, test } from 'vitest';
import { listFilePhrases, removeListItem, removePassage } from '../../src/compile/remove-part.ts';
import { hashParagraph } from '../../src/plugins/remark-paragraph-anchors.ts';

const FILE = `---
ref: 11 222 333 # as printed
findings: []
quotes:
  # the first one
  - id: one
    text: "It shall act: at once"
    evidence:
      - source: gazette
        at: Part two, line six
  - id: two
    text: >-
      It did
      not act

  - id: three
    text: It went on
law: []
---
First it met.

- A point
- Another <Anchor id="p-old" />point
  that goes on

## After <Anchor id="s-after" />

Last it wrote.
`;

test.each(['one', 'two', 'three'])('the item "%s" goes and every other character stays', (id) => {
  const removal = removeListItem(FILE, 'quotes', id);
  const parts = FILE.split(/(?=^ {2}- id)|(?=^law)/m);
  expect(removal?.text).toBe(parts.filter((part) => !part.startsWith(`  - id: ${id}\n`)).join(''));
});

test('the last item leaves an empty list', () => {
  const only = '---\nquotes:\n  - id: one\n    text: It shall act\nlaw: []\n---\nText.\n';
  expect(removeListItem(only, 'quotes', 'one')).toEqual({ text: '---\nquotes: []\nlaw: []\n---\nText.\n', words: ['It shall act'] });
});

test('what is taken out is known by its words, not by its evidence', () => {
  expect(removeListItem(FILE, 'quotes', 'one')?.words).toEqual(['It shall act: at once']);
});

test('an item or list that is not there is left alone', () => {
  expect([
    removeListItem(FILE, 'quotes', 'four'),
    removeListItem(FILE, 'findings', 'one'),
    removeListItem(FILE, 'payments', 'one'),
  ]).toEqual([undefined, undefined, undefined]);
});

const [head = '', body = ''] = FILE.split(/(?<=\n---\n)/);

test.each([
  ['a paragraph, by its words', hashParagraph('First it met.'), body.replace('First it met.\n\n', '')],
  ['a list item, by an address that it keeps', 'p-old', body.replace('- Another <Anchor id="p-old" />point\n  that goes on\n', '')],
  ['a heading', 's-after', body.replace('## After <Anchor id="s-after" />\n\n', '')],
])('%s goes and the rest stays', (_what, id, left) => {
  expect(removePassage('a.mdx', FILE, id)?.text).toBe(head + left);
});

test('a passage that is not there is left alone', () => {
  expect(removePassage('a.mdx', FILE, 'p-00000000')).toBeUndefined();
});

test('the phrases of a file are those that say something', () => {
  expect(
    listFilePhrases(
      'a.mdx',
      '---\ntitle: A title of four words\nshort: Two words\nevidence:\n  - source: gazette\n    at: Part two of the page\n---\nFirst <Cite id="gazette" /> it met there.\n\nShort one.\n',
    ),
  ).toEqual(['A title of four words', 'First   it met there.']);
});
