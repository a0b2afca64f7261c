import type { Element, ElementContent, Properties, Root, RootContent } from 'hast';

const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ol', 'ul', 'dl', 'table', 'blockquote', 'pre']);
const CONTAINERS = new Set([
  'html',
  'body',
  'main',
  'article',
  'section',
  'div',
  'header',
  'form',
  'fieldset',
  'center',
  'details',
  'summary',
  'figure',
  'figcaption',
  'hgroup',
  'address',
  'dialog',
  'search',
]);
// Not words of the page, or not for readers of its text.
const DROPPED = new Set([
  'head',
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'footer',
  'aside',
  'button',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'canvas',
  'map',
  'select',
  'input',
  'textarea',
  'datalist',
  'progress',
  'meter',
  'link',
  'meta',
  'hr',
  'frameset',
  'applet',
]);
const ACTIVE = new Set(['script', 'iframe', 'object', 'embed', 'applet']);

const isElement = (node: RootContent): node is Element => node.type === 'element';
const isBlock = (node: RootContent) => isElement(node) && (BLOCKS.has(node.tagName) || CONTAINERS.has(node.tagName));
const holdsBlock = (node: RootContent): boolean => isElement(node) && (isBlock(node) || node.children.some(holdsBlock));
const isInertScript = ({ tagName, properties }: Element) => tagName === 'script' && String(properties['type'] ?? '').includes('json');

const isHidden = ({ properties, tagName }: Element) =>
  DROPPED.has(tagName) ||
  properties['hidden'] !== undefined ||
  /display\s*:\s*none|visibility\s*:\s*hidden/.test(String(properties['style'] ?? ''));

const hasHandler = (properties: Properties) =>
  Object.entries(properties).some(
    ([name, value]) =>
      /^on[A-Z]/.test(name) || (typeof value === 'string' && /^[\s\p{Cc}]*(?:javascript|vbscript|data):/iu.test(value) && name !== 'src'),
  );

/** A comment that stands where something ran or could run. */
const markActive = (what: string): RootContent => ({ type: 'comment', value: `active: ${what}` });

export const isActiveMark = (node: RootContent): boolean => node.type === 'comment' && node.value.startsWith('active: ');

/** The children of a block without what is not text; what could run there is told in `active`. */
function clean(children: readonly ElementContent[], active: string[]): ElementContent[] {
  return children.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return node.type === 'text' ? [node] : [];
    if (ACTIVE.has(node.tagName) && !isInertScript(node)) active.push(`<${node.tagName}>`);
    if (isHidden(node)) return [];
    if (hasHandler(node.properties)) active.push(`code on <${node.tagName}>`);
    return [{ ...node, children: clean(node.children, active) }];
  });
}

function flatten(children: readonly RootContent[]): RootContent[] {
  const blocks: RootContent[] = [];
  let phrasing: ElementContent[] = [];
  const emit = (element: Element) => {
    const active: string[] = [];
    const own = clean([element], active);
    blocks.push(...own, ...active.map(markActive));
  };
  const close = () => {
    if (phrasing.some((node) => node.type === 'element' || (node.type === 'text' && node.value.trim() !== '')))
      emit({ type: 'element', tagName: 'p', properties: {}, children: phrasing });
    phrasing = [];
  };
  for (const node of children) {
    if (isElement(node) && ACTIVE.has(node.tagName) && !isInertScript(node)) {
      close();
      blocks.push(markActive(`<${node.tagName}>`));
    } else if (isElement(node) && isHidden(node)) continue;
    else if (isElement(node) && BLOCKS.has(node.tagName)) {
      close();
      emit(node);
    } else if (holdsBlock(node) && isElement(node)) {
      close();
      if (hasHandler(node.properties)) blocks.push(markActive(`code on <${node.tagName}>`));
      blocks.push(...flatten(node.children));
    } else if (node.type === 'text' || node.type === 'element') phrasing.push(node);
  }
  close();
  return blocks;
}

/**
 * Flattens a page to the sequence of its blocks of text: no wrappers, menus, controls or scripts. Where something
 * could run, a comment `active: ...` stays.
 *
 * ```html
 * <main><nav>Home</nav><div><h1>A</h1>words <b>here</b><section><p>B</p></section></div></main>
 * ->
 * <h1>A</h1><p>words <b>here</b></p><p>B</p>
 * ```
 */
export function rehypePlainBlocks() {
  return (tree: Root) => {
    tree.children = flatten(tree.children);
  };
}
