import type { Element, ElementContent, Nodes } from 'hast';

const INLINE = ['a', 'abbr', 'b', 'br', 'code', 'em', 'i', 'q', 'small', 'span', 'strong', 'sub', 'sup', 'time'];
/** What other parts put on every page, and what nobody reads. */
const SKIPPED = ['script', 'style', 'link', 'template', 'link-note', 'cite-box'];

const isElement = (node: Nodes): node is Element => node.type === 'element';
const classesOf = ({ properties }: Element): string[] =>
  Array.isArray(properties['className']) ? properties['className'].map(String) : [];
const isSkipped = (node: Nodes) =>
  isElement(node) &&
  (SKIPPED.includes(node.tagName) ||
    node.properties['id'] === 's-cite' ||
    classesOf(node).some((name) => name === 'print-address' || name === 'embed-code'));
const isInline = (node: Nodes): boolean =>
  node.type === 'text' || (isElement(node) && INLINE.includes(node.tagName) && node.children.every(isInline));
const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Words with their links: `[the Board](/bodies/board/)`. */
function writeInline(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (!isElement(node)) return '';
      const inner = writeInline(node.children);
      if (node.tagName !== 'a') return inner;
      const { href = '', ariaLabel } = node.properties;
      return `[${tidy(ariaLabel ? String(ariaLabel) : inner)}](${String(href)})`;
    })
    .join('');
}

const nameOf = (element: Element) => `${element.tagName}${element.properties['id'] ? `#${String(element.properties['id'])}` : ''}`;

function collect(element: Element, pick: (child: Element) => boolean): Element[] {
  return element.children.filter(isElement).flatMap((child) => [...(pick(child) ? [child] : []), ...collect(child, pick)]);
}

/** A drawing by its words and by how many there are of each thing in it. */
function writeDrawing(svg: Element): string[] {
  const words = (tag: string) => collect(svg, ({ tagName }) => tagName === tag).map((element) => tidy(writeInline(element.children)));
  const shapes = Map.groupBy(
    collect(svg, ({ tagName }) => ['rect', 'circle', 'line', 'path'].includes(tagName)).map((shape) => classesOf(shape).join('.')),
    (name) => name,
  );
  return [
    `svg ${words('title').join(' ')}. ${words('desc').join(' ')}`,
    `  words: ${words('text').join(' · ')}`,
    `  shapes: ${[...shapes].map(([name, all]) => `${all.length} ${name}`).join(', ')}`,
  ];
}

function writeLines(element: Element): string[] {
  if (element.tagName === 'svg') return writeDrawing(element);
  const children = element.children.filter((child) => !isSkipped(child));
  if (element.tagName === 'tr') {
    const cells = children.filter(isElement).map((cell) =>
      tidy(
        writeLines(cell)
          .map((line) => line.replace(/^\s*(?:td|th|ul|li)\b/, ''))
          .join(' '),
      ),
    );
    return [`${nameOf(element)} | ${cells.join(' | ')} |`];
  }
  if (children.every(isInline)) {
    const text = tidy(writeInline(children));
    return text === '' ? [] : [`${nameOf(element)} ${text}`];
  }
  const inner: string[] = [];
  let run: ElementContent[] = [];
  const flush = () => {
    const text = tidy(writeInline(run));
    if (text) inner.push(text);
    run = [];
  };
  for (const child of children) {
    if (isInline(child)) run.push(child);
    else {
      flush();
      if (isElement(child)) inner.push(...writeLines(child));
    }
  }
  flush();
  const bare = ['div', 'thead', 'tbody', 'tfoot'].includes(element.tagName) && !element.properties['id'];
  return bare ? inner : [nameOf(element), ...inner.map((line) => `  ${line}`)];
}

/** What a page says, as indented lines: its blocks with their ids, words and links, its tables by row, its drawings in words. */
export const outline = (element: Element): string => `${writeLines(element).join('\n')}\n`;
