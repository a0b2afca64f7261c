import type { Element, Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { Refusal } from './refusal.ts';

const MOST_TAGS = 100_000;
const MOST_OPEN_FORMATS = 200;
const DEEPEST = 200;
const MOST_CELLS = 5_000;
const WIDEST_SPAN = 100;

const parser = unified().use(rehypeParse).freeze();

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
const FORMATS = 'a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u';

/** Refuses pages on which a parser would grow without end, before it begins. */
function checkSource(html: string): void {
  if (count(html, /<[a-z!/]/gi) > MOST_TAGS) throw new Refusal(`It has more than ${MOST_TAGS} tags, which no decision page has.`);
  const open = count(html, new RegExp(`<(?:${FORMATS})\\b`, 'gi')) - count(html, new RegExp(`</(?:${FORMATS})\\b`, 'gi'));
  if (open > MOST_OPEN_FORMATS)
    throw new Refusal(`It opens ${open} marks of emphasis that it never closes. Save the page again from the web.`);
}

function measureDepth(tree: Root): number {
  let depth = 0;
  for (let level: Nodes[] = [tree]; level.length > 0; depth += 1)
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  return depth;
}

function checkTable(table: Element): void {
  let cells = 0;
  visit(table, 'element', ({ tagName, properties }) => {
    if (tagName !== 'td' && tagName !== 'th') return;
    cells += 1;
    const span = Math.max(Number(properties['colSpan'] ?? 1), Number(properties['rowSpan'] ?? 1));
    if (span > WIDEST_SPAN) throw new Refusal(`A cell of a table spans ${span} others. Such a table cannot be brought in.`);
  });
  if (cells > MOST_CELLS) throw new Refusal(`A table has ${cells} cells, and at most ${MOST_CELLS} are brought in.`);
}

/** Parses a saved page, and refuses one that is out of all measure. */
export function readHtml(html: string): Root {
  checkSource(html);
  let tree: Root;
  try {
    tree = parser.parse(html);
    const depth = measureDepth(tree);
    if (depth > DEEPEST) throw new RangeError(`${depth} levels`);
  } catch (error) {
    if (error instanceof RangeError)
      throw new Refusal(`Its elements stand more than ${DEEPEST} levels inside one another, which no decision page does.`);
    throw error;
  }
  visit(tree, 'element', (node) => {
    if (node.tagName === 'table') checkTable(node);
  });
  return tree;
}

const WEB = /^https?:\/\/[^\s/]+\S*$/;

/** The address that the page was saved from, where the page says so. */
export function findAddress(tree: Root): string | undefined {
  let address: string | undefined;
  visit(tree, (node) => {
    if (node.type === 'comment') address ??= /saved from url=\(\d+\)(\S+)/.exec(node.value)?.[1];
    if (node.type !== 'element' || (node.tagName !== 'link' && node.tagName !== 'meta')) return;
    const { rel, href, property, content } = node.properties;
    if (Array.isArray(rel) && rel.includes('canonical') && typeof href === 'string' && WEB.test(href)) address = href;
    else if (property === 'og:url' && typeof content === 'string') address ??= content;
  });
  return address !== undefined && WEB.test(address) ? address.replace(/[?#].*$/, '') : undefined;
}
