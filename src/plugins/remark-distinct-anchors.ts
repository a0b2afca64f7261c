import { createHash } from 'node:crypto';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** A word mixed into every address, for one of two texts that share a page. */
export interface Options {
  scope?: string | undefined;
}

const mix = (...parts: string[]) => `p-${createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 8)}`;

/**
 * Gives a paragraph that repeats an earlier one an address of its own, made from its own and that of the paragraph
 * before it: never from its position. Runs after `remark-paragraph-anchors`.
 *
 * ```md
 * A. B. A.   ->   #p-a #p-b #p-(b, a)
 * ```
 */
export function remarkDistinctAnchors({ scope }: Options = {}) {
  return (tree: Root) => {
    const seen = new Set<string>();
    let before = '';
    visit(tree, (node: Nodes) => {
      const properties = node.data?.hProperties;
      const own = properties?.['id'];
      if (node.type === 'heading' || typeof own !== 'string') return;
      let id = scope === undefined ? own : mix(scope, own);
      while (seen.has(id)) id = mix(before, id);
      seen.add(id);
      before = own;
      node.data = { ...node.data, hProperties: { ...properties, id } };
    });
  };
}
