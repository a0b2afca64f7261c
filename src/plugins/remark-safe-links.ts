import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

const SOURCE = 'remark-safe-links';
// A name before an @, a backslash or letters that look like others would show a reader another host than the one that answers.
const WEB = /^https?:\/\/[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:[/?#][^\s\\]*)?$/i;
const UNDEFINED = /\[\^[^\][]+\]|\[[^\][]+\]\[[^\][]*\]/g;

/** Whether this is a whole address on the web, http or https, whose host is what it seems. */
export const isWebAddress = (text: string): boolean => WEB.test(text) && URL.canParse(text);

/**
 * Reports links that a reader could not trust: other schemes than http(s), and references that lead nowhere.
 *
 * ```md
 * [x](javascript:alert)   -> message unsafe-link
 * [x][never-defined]      -> message undefined-link
 * ```
 */
export function remarkSafeLinks() {
  return (tree: Root, file: VFile) => {
    visit(tree, (node) => {
      if (node.type === 'link' || node.type === 'definition') {
        if (isWebAddress(node.url)) return;
        const reason = `"${node.url}" is not an address on the web. Use a component for a record, or an address that begins with https://`;
        file.message(reason, { place: node.position, source: SOURCE, ruleId: 'unsafe-link' });
      }
      if (node.type !== 'text') return;
      for (const [found] of node.value.matchAll(UNDEFINED))
        file.message(`${found} refers to nothing. Define it, or take the brackets away`, {
          place: node.position,
          source: SOURCE,
          ruleId: 'undefined-link',
        });
    });
  };
}
