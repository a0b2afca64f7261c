import type { Element } from 'hast';
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { mintHeadingId } from './mint-ids.ts';
import type { NumberedBlock } from './number-paragraphs.ts';

const converter = unified().use(rehypeRemark).freeze();
const writer = unified()
  .use(remarkMdx)
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', bulletOther: '*', rule: '-', fences: true, listItemIndent: 'one', resourceLink: true })
  .freeze();

/** A text in Markdown, and for each of its blocks the official number that it has by the page's own counting. */
export interface MarkdownText {
  tree: Root;
  numbers: (string | undefined)[];
}

/** A table whose page marks no header row has its own first row as one, and not an empty one. */
function dropEmptyHeader(block: RootContent): void {
  if (block.type !== 'table' || block.children.length < 2) return;
  if (block.children[0]?.children.every((cell) => cell.children.length === 0)) block.children.shift();
}

// A converted block has the position of the block that it came from, so the position can say which one that was.
const markPlace = (block: Element, index: number): Element => {
  const point = { line: index + 1, column: 1 };
  return { ...block, position: { start: point, end: point } };
};

/** Converts all blocks at once, and says of each that comes out from which it came. */
function convert(blocks: readonly Element[]): { child: RootContent; from: number }[] {
  const { children } = converter.runSync({ type: 'root', children: blocks.map(markPlace) });
  for (const child of children) dropEmptyHeader(child);
  return children
    .filter((child) => child.type !== 'heading' || child.children.length > 0)
    .map((child) => ({ child, from: (child.position?.start.line ?? 0) - 1 }));
}

/** Makes the ranks of the headings begin at 2 and skip none. A single heading above all others is the document's title. */
function settleDepths(headings: readonly Heading[]): void {
  const titles = headings.filter(({ depth }) => depth === 1).length;
  const ranks = [...new Set(headings.map(({ depth }) => depth))].filter((depth) => depth > 1 || titles > 1).toSorted();
  let above = 1;
  for (const heading of headings) {
    const rank = Math.min(Math.max(ranks.indexOf(heading.depth), 0) + 2, above + 1, 4);
    if (rank === 2 || rank === 3 || rank === 4) heading.depth = rank;
    above = rank;
  }
}

const wordsOf = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(wordsOf).join('') : '');

/** Ends every heading with the address that it is given now and keeps for ever. */
function anchorHeadings(headings: readonly Heading[], scope: string | undefined): void {
  const taken = new Set<string>();
  for (const heading of headings) {
    const id = mintHeadingId(wordsOf(heading), taken, scope);
    taken.add(id);
    heading.children.push(
      { type: 'text', value: ' ' },
      { type: 'mdxJsxTextElement', name: 'Anchor', attributes: [{ type: 'mdxJsxAttribute', name: 'id', value: id }], children: [] },
    );
  }
}

/** Turns cleaned blocks of a page into Markdown. `scope` is the letter of a text that only one statement has. */
export function toMarkdown(blocks: readonly NumberedBlock[], scope: string | undefined): MarkdownText {
  const converted = convert(blocks.map(({ block }) => block));
  const numbers = converted.map(({ from }, index) => (from === converted[index - 1]?.from ? undefined : blocks[from]?.number));
  const children = converted.map(({ child }) => child);
  const headings = children.filter((child) => child.type === 'heading');
  settleDepths(headings);
  anchorHeadings(headings, scope);
  return { tree: { type: 'root', children }, numbers };
}

/** Writes Markdown as MDX. A paragraph that begins like code is written so that it does not. */
export const writeMarkdown = (tree: Root): string =>
  writer.stringify(tree).replace(/^(?:import|export)\b/gm, (word) => `&#x${word.charCodeAt(0).toString(16)};${word.slice(1)}`);
