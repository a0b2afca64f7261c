import type { Nodes } from 'hast';

const PHRASING = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'big',
  'acronym',
  'strike',
  'nobr',
  'wbr',
]);

/** Makes white space as a reader sees it. A no-break space is a character and stays. */
export const collapse = (text: string): string => text.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');

const read = (node: Nodes): string => {
  if (node.type === 'text') return node.value.replace(/[\t\n\f\r ]+/g, ' ');
  if (!('children' in node)) return '';
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  const words = node.children.map(read).join('');
  return node.type === 'element' && PHRASING.has(node.tagName) ? words : `\n${words}\n`;
};

/** The words of an element in lines, as the page shows them. */
export const readLines = (node: Nodes): string[] =>
  read(node)
    .split('\n')
    .map(collapse)
    .filter((line) => line !== '');

// The blocks of a page are asked for their words again and again, and do not change.
const wordsByNode = new WeakMap<Nodes, string>();

/** The words of an element as one line. The element must not change afterwards. */
export function readWords(node: Nodes): string {
  const known = wordsByNode.get(node);
  if (known !== undefined) return known;
  const words = readLines(node).join(' ');
  wordsByNode.set(node, words);
  return words;
}
