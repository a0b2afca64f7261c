import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { rehypePlainBlocks } from '../../src/plugins/rehype-plain-blocks.ts';
import { readDocx } from './read-docx.ts';
import { findAddress, readHtml } from './read-html.ts';
import { readPdf } from './read-pdf.ts';
import type { SavedFile } from './recognise.ts';
import { Refusal } from './refusal.ts';

/** A saved page as the sequence of its blocks, and the address that it came from, where it says so. */
export interface SavedPage {
  blocks: Root;
  address: string | undefined;
  /** True where the page itself says which part of it is its content. */
  framed: boolean;
}

const flatten = rehypePlainBlocks();

async function readTree(file: SavedFile): Promise<Root> {
  if (file.type === 'html') return readHtml(file.text);
  if (file.type === 'pdf') return readPdf(file.bytes);
  if (file.type === 'docx') return readDocx(file.bytes);
  throw new Refusal('It is plain text, and a decision page is HTML, PDF or DOCX. Save the page as "HTML only".');
}

/** The one element that holds the content of a page, where the page marks it. */
function findMain(tree: Root): Element | undefined {
  const found: Element[] = [];
  visit(tree, 'element', (node) => {
    if (node.tagName === 'main' || node.properties['role'] === 'main') found.push(node);
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Reads a recognised file as blocks of text. */
export async function readPage(file: SavedFile): Promise<SavedPage> {
  const tree = await readTree(file);
  const main = findMain(tree);
  const blocks: Root = main ? { type: 'root', children: main.children } : tree;
  const address = findAddress(tree);
  flatten(blocks);
  return { blocks, address, framed: main !== undefined };
}
