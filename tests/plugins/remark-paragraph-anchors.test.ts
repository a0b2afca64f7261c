import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashParagraph, remarkParagraphAnchors } from '../../src/plugins/remark-paragraph-anchors.ts';
import { runPlugin } from '../builders/markdown.ts';

const run = (markdown: string) => runPlugin(remarkParagraphAnchors(), markdown).html;
const idsIn = (html: string) => [...html.matchAll(/id="([^"]+)"/g)].map(([, id]) => id);

const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzŵŷâêîôû0123456789'), minLength: 1, maxLength: 9 }), {
  minLength: 1,
  maxLength: 12,
});
const gaps = fc.array(fc.constantFrom(' ', '  ', ', ', ' – ', '. ', '\u00A0', '\n', ' “', '” '), { minLength: 12, maxLength: 12 });

test('a paragraph gets an id from its own letters', () => {
  expect(run('They agreed to act.')).toBe('<p id="p-7086e6b3">They agreed to act.</p>');
});

test('the first paragraph of a list item gives its id to the item', () => {
  expect(run('- They agreed to act.\n\n  Later.')).toMatch(
    /<li id="p-7086e6b3">\s*<p>They agreed to act.<\/p>\s*<p id="p-[0-9a-f]{8}">Later.<\/p>\s*<\/li>/,
  );
});

test('a paragraph put in before another leaves its id as it was', () => {
  const [alone] = idsIn(run('They agreed to act.'));
  expect(idsIn(run('Something new.\n\nThey agreed to act.'))[1]).toBe(alone);
});

test('emphasis, links and a pin make no difference to an id', () => {
  const ids = [
    'They agreed to act.',
    'They *agreed* to **act**.',
    'They [agreed](https://example.org) to act.',
    'They agreed to act. <Anchor id="p-old" />',
  ].map((text) => idsIn(run(text))[0]);
  expect(new Set(ids)).toEqual(new Set(['p-7086e6b3']));
});

test('case, spaces and punctuation make no difference to an id', () => {
  fc.assert(
    fc.property(words, gaps, (text, between) => {
      const other = text.map((word, index) => (index % 2 ? word.toUpperCase() : word) + (between[index] ?? '')).join('');
      expect(hashParagraph(other)).toBe(hashParagraph(text.join(' ')));
    }),
  );
});

test('any other letter or digit gives another id', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      fc.pre(one.join('') !== other.join(''));
      expect(hashParagraph(one.join(' '))).not.toBe(hashParagraph(other.join(' ')));
    }),
  );
});

test('an accent written as one character or as two makes no difference', () => {
  expect(hashParagraph('y t\u0177')).toBe(hashParagraph('y ty\u0302'));
});

test('an accent taken away makes a difference', () => {
  expect(hashParagraph('tŷ')).not.toBe(hashParagraph('ty'));
});
