import type { Nodes } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { hashParagraph, readText } from '../plugins/remark-paragraph-anchors.ts';
import { normaliseNewlines, splitFile } from './frontmatter.ts';
import { parseBody } from './parse-body.ts';

/** What is left of a file, and the words that were taken out. */
export interface Removal {
  text: string;
  words: string[];
}

const cut = (text: string, start: number, end: number, instead = '') => text.slice(0, start) + instead + text.slice(end);

// What a record points to, not what it says.
const POINTERS = ['evidence', 'dateEvidence', 'source', 'at', 'quotes', 'themes', 'law', 'related', 'id'];
const FEWEST_WORDS = 4;

const countWords = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** The phrases that data of a record says: those long enough to be its own, and whatever is quoted. */
export function listPhrases(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return countWords(value) >= (key === 'text' ? 2 : FEWEST_WORDS) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item: unknown) => listPhrases(item, key));
  if (!(value instanceof Object)) return [];
  return Object.entries(value).flatMap(([name, item]) => (POINTERS.includes(name) && !isRecordList(item) ? [] : listPhrases(item, name)));
}

/** Whether `quotes` are quotations and not their ids. */
const isRecordList = (value: unknown): boolean =>
  Array.isArray(value) && value.some((item: unknown) => item instanceof Object && 'text' in item);

/** The phrases of MDX, without its components. */
const listBodyPhrases = (body: string): string[] =>
  body
    .replace(/<[^>]*>/g, ' ')
    .split(/\n\s*\n/)
    .filter((paragraph) => countWords(paragraph) >= FEWEST_WORDS);

/** The phrases of a whole file of content. */
export function listFilePhrases(file: string, written: string): string[] {
  const { frontmatter, body } = splitFile(file, normaliseNewlines(written));
  return [...listPhrases(frontmatter?.value), ...listBodyPhrases(body)];
}

/** Takes the item with this id out of a list of the frontmatter, and leaves every other character as it is. */
export function removeListItem(written: string, field: string, id: string): Removal | undefined {
  const text = normaliseNewlines(written);
  const end = text.indexOf('\n---', 3);
  const document = parseDocument(`   ${text.slice(3, end < 0 ? text.length : end + 1)}`, { schema: 'core', version: '1.2' });
  const pair = isMap(document.contents) ? document.contents.items.find(({ key }) => isScalar(key) && key.value === field) : undefined;
  const list = pair?.value;
  if (!isSeq(list)) return undefined;
  const index = list.items.findIndex((item) => isMap(item) && String(item.get('id')) === id);
  const item = list.items[index];
  if (!isMap(item) || !item.range) return undefined;
  const lineOf = (offset: number) => text.lastIndexOf('\n', offset - 1) + 1;
  const start = lineOf(item.range[0]);
  if (!/^ *- *$/.test(text.slice(start, item.range[0]))) return undefined;
  const next = list.items[index + 1];
  const stop = isMap(next) && next.range ? lineOf(next.range[0]) : (item.range[2] ?? item.range[1]);
  const whole = text[stop - 1] === '\n' ? stop : text.indexOf('\n', stop) + 1;
  const words = listPhrases(item.toJS(document));
  if (list.items.length > 1) return { text: cut(text, start, whole), words };
  const key = isScalar(pair?.key) ? (pair.key.range?.[0] ?? start) : start;
  return { text: cut(text, key, whole, `${field}: []\n`), words };
}

const isAnchor = (node: Nodes, id: string) =>
  (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') &&
  node.name === 'Anchor' &&
  node.attributes.some((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id' && attribute.value === id);

/** Takes the paragraph or heading with this address out of a body; a list item goes with its only paragraph. */
export function removePassage(file: string, written: string, id: string): Removal | undefined {
  const text = normaliseNewlines(written);
  const { tree } = parseBody(file, splitFile(file, text).body);
  let found: { start: number; end: number } | undefined;
  visitParents(tree, (node: Nodes, ancestors: Nodes[]) => {
    const here = (node.type === 'paragraph' && hashParagraph(readText(node)) === id) || isAnchor(node, id);
    if (found || !here) return;
    const chain = [...ancestors, node];
    const index = chain.findIndex(({ type }) => type === 'paragraph' || type === 'heading');
    const parent = chain[index - 1];
    const holder = parent?.type === 'listItem' && parent.children.length === 1 ? parent : (chain[index] ?? node);
    const [start, end] = [holder.position?.start.offset, holder.position?.end.offset];
    if (start === undefined || end === undefined) return;
    const margin = /[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    const gap = (holder.type === 'listItem' ? /^\n?/ : /^\n*/).exec(text.slice(end))?.[0].length ?? 0;
    found = { start: start - margin, end: end + gap };
  });
  return found && { text: cut(text, found.start, found.end), words: listBodyPhrases(text.slice(found.start, found.end)) };
}
