import type { Root as HtmlRoot, RootContent as HtmlContent } from 'hast';
import type { Nodes, Root, RootContent } from 'mdast';
import { EDITORIAL } from './official-text.ts';
import { type Segment, toSegments } from './segments.ts';

/** A run of official words that has one address: a paragraph, an item of a list, a cell of a table (which has none). */
interface Passage {
  id?: string;
  text: string;
}

/** A part of a text that stands by itself, so that a page can print something beside it. */
export interface Block {
  segments: Segment[];
  heading?: { id: string; text: string; depth: number };
  table: boolean;
  passages: Passage[];
}

const isEditorial = (node: Nodes) =>
  (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name !== null && EDITORIAL.includes(node.name);

/** The words of a node as the source has them: a line break as a space, nothing of the editor's. */
function readOfficialText(node: Nodes): string {
  if (isEditorial(node)) return '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' ? node.value : '';
  return 'children' in node ? node.children.map(readOfficialText).join('') : '';
}

const idOf = (node: Nodes): string | undefined => {
  const id = node.data?.hProperties?.['id'];
  return typeof id === 'string' ? id : undefined;
};

const clean = (text: string) => text.replace(/[\t\n\f\r ]+/g, ' ').replace(/^ | $/g, '');

/** Every passage of a block, in the order of reading. `holder` is the item whose first paragraph carries no id of its own. */
function listPassages(node: Nodes, holder?: Nodes): Passage[] {
  if (isEditorial(node)) return [];
  if (node.type === 'paragraph' || node.type === 'tableCell' || node.type === 'code') {
    const text = clean(readOfficialText(node));
    const id = idOf(node) ?? (holder ? idOf(holder) : undefined);
    return text === '' ? [] : [id === undefined ? { text } : { id, text }];
  }
  if (!('children' in node) || node.type === 'heading') return [];
  return node.children.flatMap((child, index) => listPassages(child, node.type === 'listItem' && index === 0 ? node : undefined));
}

function toBlock(source: RootContent, html: readonly HtmlContent[], owner: string): Block {
  const segments = toSegments(html, owner);
  const id = source.type === 'heading' ? idOf(source) : undefined;
  const table = source.type === 'table';
  if (source.type !== 'heading' || id === undefined) return { segments, table, passages: listPassages(source) };
  return { segments, heading: { id, text: clean(readOfficialText(source)), depth: source.depth }, table, passages: [] };
}

const isSpace = (node: HtmlContent) => node.type === 'text' && node.value.trim() === '';

/** Splits a text into blocks. `html` is what `tree` became: one node for each of its children, with spaces between. */
export function toBlocks(tree: Root, html: HtmlRoot, owner: string): Block[] {
  const printed = html.children.filter((node) => !isSpace(node));
  const sources = tree.children.filter((node) => node.type !== 'definition');
  return sources.map((source, index) => toBlock(source, printed.slice(index, index + 1), owner));
}
