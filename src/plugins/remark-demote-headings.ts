import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** By how many ranks headings go down. */
export interface Options {
  by: number;
}

const LOWEST = 6;

/**
 * Moves headings down, for a text that is printed under a heading of its page.
 *
 * ```md
 * ## What I found   ->   ### What I found   (by: 1)
 * ```
 */
export function remarkDemoteHeadings({ by }: Options) {
  return (tree: Root) => {
    visit(tree, 'heading', (heading) => {
      const depth = Math.min(heading.depth + by, LOWEST);
      if (depth === 3 || depth === 4 || depth === 5 || depth === 6) heading.depth = depth;
    });
  };
}
