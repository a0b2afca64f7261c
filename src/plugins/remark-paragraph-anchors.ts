import { createHash } from 'node:crypto';
import type { Nodes, Root } from 'mdast';
import type {} from 'remark-mdx';
import { SKIP, visit } from 'unist-util-visit';

/** Components whose words only stand beside a paragraph. Where they are named, nothing but words makes the id. */
export interface Options {
  beside?: readonly string[];
}

/** `p-` and eight hexadecimal digits of a hash of the letters and digits of the text, whatever its spacing, marks and case. */
export function hashParagraph(text: string): string {
  const letters = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return `p-${createHash('sha256').update(letters).digest('hex').slice(0, 8)}`;
}

/** The words of a paragraph or heading, with what its components name: everything that makes a paragraph's id. */
export function readText(holder: Nodes, beside?: readonly string[]): string {
  const parts: string[] = [];
  visit(holder, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') parts.push(node.value);
    if (node.type !== 'mdxJsxTextElement' || node.name === 'Anchor') return undefined;
    if (beside) return node.name && beside.includes(node.name) ? SKIP : undefined;
    for (const attribute of node.attributes) if (typeof attribute.value === 'string') parts.push(attribute.value);
    return undefined;
  });
  return parts.join(' ');
}

/**
 * Gives every paragraph an id made from its own letters, so that inserting one never moves another.
 *
 * ```md
 * They agreed to act.   ->   <p id="p-7086e6b3">They agreed to act.</p>
 * - One                 ->   <li id="p-...">One</li>
 * ```
 */
export function remarkParagraphAnchors({ beside }: Options = {}) {
  return (tree: Root) => {
    visit(tree, 'paragraph', (paragraph, _index, parent) => {
      const holder = parent?.type === 'listItem' && parent.children[0] === paragraph ? parent : paragraph;
      const id = hashParagraph(readText(paragraph, beside));
      holder.data = { ...holder.data, hProperties: { ...holder.data?.hProperties, id } };
    });
  };
}
