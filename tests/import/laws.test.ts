import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Element } from 'hast';
import { toText } from '../../scripts/import/to-text.ts';
import type { FoundStatement } from '../../scripts/import/find-statements.ts';

const FILE = 'decisions/25-003-001/text.mdx';

const statement = (blocks: Element[]): FoundStatement => ({
  ref: '25 003 001',
  body: 'Ferrymead Council',
  form: 'decision-statement',
  labels: {},
  summary: undefined,
  blocks,
  furniture: [],
});

const element = (tagName: string, children: Element['children']): Element => ({ type: 'element', tagName, properties: {}, children });

const collapse = (text: string) => text.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');

// Signs that Markdown and MDX give a meaning to, words that begin code, and marks that must not be changed.
const pieces = fc.constantFrom(
  '*',
  '**',
  '_',
  '__',
  '`',
  '```',
  '~',
  '~~',
  '#',
  '##',
  '>',
  '|',
  '-',
  '+',
  '1.',
  '12)',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](',
  '[^1]',
  '<',
  '</',
  '/>',
  '{',
  '}',
  '{/*',
  '&',
  '&amp;',
  '&#65;',
  '\\',
  '=',
  '---',
  '===',
  ':',
  '::',
  '$',
  '^',
  '@',
  'http://example.org',
  'www.example.org',
  'a@example.org',
  'import',
  'export',
  'default',
  'const',
  ' ',
  '  ',
  '\u00A0',
  '\u2009',
  '\u202F',
  '–',
  '—',
  '…',
  '...',
  '“',
  '”',
  '‘',
  '’',
  '"',
  "'",
  '½',
  '£1,000',
  'ŵ',
  'w\u0302',
  'a',
  'word',
  'Two words',
  'x.',
  '10:30am',
  's.117(2)(a)',
  '\t',
  '\n',
  '5',
  '[ ]',
  '[x]',
  '<Quote',
  'id="x"',
  '%',
  '\u2011',
);
const words = fc.array(pieces, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));

const tag = fc.constantFrom('span', 'strong', 'em', 'b', 'i', 'sup', 'u');
const phrase = fc
  .tuple(fc.option(tag, { nil: undefined }), words)
  .map(([name, value]) => (name ? element(name, [{ type: 'text', value }]) : { type: 'text' as const, value }));
const phrases = fc.array(phrase, { minLength: 1, maxLength: 4 });

const readElement = (node: Element['children'][number]): string =>
  node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(readElement).join('') : '';

// What has no words at all is the page's layout; so are the spaces at the ends of a heading.
const hasWords = (block: Element) => readElement(block).trim() !== '';
const readBlock = (block: Element) =>
  block.tagName === 'table'
    ? `${readElement(block).slice(0, -1)} x`
    : block.tagName === 'h2'
      ? readElement(block).trim()
      : readElement(block);

test('whatever words a paragraph, heading, item or cell has, they come out as they went in', () => {
  const block = fc.tuple(fc.constantFrom('p', 'h2', 'ul', 'ol', 'blockquote', 'table'), phrases).map(([name, children]) => {
    if (name === 'p' || name === 'h2') return element(name, children);
    if (name === 'table')
      return element('table', [
        element('tbody', [element('tr', [element('td', children), element('td', [{ type: 'text', value: 'x' }])])]),
      ]);
    return element(name, [element(name === 'blockquote' ? 'p' : 'li', children)]);
  });
  fc.assert(
    fc.property(fc.array(block.filter(hasWords), { minLength: 1, maxLength: 4 }), (blocks) => {
      const { blocks: out } = toText(statement(structuredClone(blocks)), FILE, undefined, undefined);
      const kept = out.flatMap(({ heading, passages }) => [...(heading ? [heading.text] : []), ...passages.map(({ text }) => text)]);
      expect(collapse(kept.join(' '))).toBe(collapse(blocks.map((one) => collapse(readBlock(one))).join(' ')));
    }),
    { numRuns: 200 },
  );
}, 60_000);

test('every paragraph has an address that no other has', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('No.', 'Yes.', 'No!', 'Perhaps', 'perhaps'), { minLength: 1, maxLength: 12 }), (lines) => {
      const { blocks } = toText(statement(lines.map((value) => element('p', [{ type: 'text', value }]))), FILE, undefined, undefined);
      const ids = blocks.flatMap(({ passages }) => passages.map(({ id }) => id));
      expect(ids).toHaveLength(lines.length);
      expect(new Set(ids).size).toBe(lines.length);
    }),
  );
});
