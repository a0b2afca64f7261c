import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Takes the link off mail addresses: GFM makes one wherever an address stands in the words.
 *
 * ```md
 * Write to a@example.org.   ->   <p>Write to a@example.org.</p>
 * ```
 */
export function remarkPlainMail() {
  return (tree: Root) => {
    visit(tree, 'link', (link, index, parent) => {
      if (!parent || index === undefined || !/^(?:mailto|xmpp):/i.test(link.url)) return undefined;
      parent.children.splice(index, 1, ...link.children);
      return [SKIP, index];
    });
  };
}
