import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

const HOLDERS = ['p', 'li', 'h2', 'h3', 'h4'];
const LONGEST = 4;

function firstWords(element: Element): string {
  const parts: string[] = [];
  visit(element, 'text', (text) => void parts.push(text.value));
  const words = parts.join('').split(/\s+/).filter(Boolean);
  return words.length > LONGEST ? `${words.slice(0, LONGEST).join(' ')} …` : words.join(' ');
}

/**
 * Ends every paragraph, item and heading that has an id with a link to itself. The link has a name and no text,
 * so that copying the passage copies its words alone.
 *
 * ```html
 * <p id="p-1">They agreed.</p>
 * ->
 * <p id="p-1">They agreed.<a class="permalink" href="#p-1" aria-label="Link to: They agreed."></a></p>
 * ```
 */
export function rehypePermalinks() {
  return (tree: Root) => {
    visit(tree, 'element', (element) => {
      const { id } = element.properties;
      if (!HOLDERS.includes(element.tagName) || typeof id !== 'string') return;
      const properties = { className: ['permalink'], href: `#${id}`, ariaLabel: `Link to: ${firstWords(element) || 'this paragraph'}` };
      element.children.push({ type: 'element', tagName: 'a', properties, children: [] });
    });
  };
}
