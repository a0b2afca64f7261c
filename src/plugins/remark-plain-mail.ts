import type { Link, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

export interface Options {
  /** Whether a link to an address that stands bare in the words may stay. */
  keep: (url: string) => boolean;
}

const isMail = ({ url }: Link) => /^(?:mailto|xmpp):/i.test(url);

/** Whether the words of a link are its address, so that GFM made it. */
const isBare = ({ url, children: [words, ...more] }: Link) =>
  words?.type === 'text' && more.length === 0 && (url === words.value || url === `http://${words.value}`);

/**
 * Takes the link off addresses that stand bare in the words and that nobody meant as a link: GFM makes one of each.
 *
 * ```md
 * Write to a@example.org.   ->   <p>Write to a@example.org.</p>
 * See www.example.org**     ->   <p>See www.example.org**</p>
 * ```
 */
export function remarkPlainMail({ keep }: Options) {
  return (tree: Root) => {
    visit(tree, 'link', (link, index, parent) => {
      if (!parent || index === undefined || !(isMail(link) || (isBare(link) && !keep(link.url)))) return undefined;
      parent.children.splice(index, 1, ...link.children);
      return [SKIP, index];
    });
  };
}
