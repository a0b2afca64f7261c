import { isMap, isNode, isScalar, isSeq, type Pair, parseDocument } from 'yaml';

const FENCED = /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)^---[ \t]*\r?$/m;

/** The end of the line in which an offset lies, before its line end. */
function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** Steps over the comment lines after an item that are indented like what is inside it. */
function skipComments(text: string, offset: number, indent: number): number {
  const next = /^\r?\n([ \t]*)#/.exec(text.slice(offset));
  return next && (next[1] ?? '').length > indent ? skipComments(text, endOfLine(text, offset + next[0].length), indent) : offset;
}

function findPair(yaml: string, field: string): Pair | undefined {
  const document = parseDocument(yaml, { schema: 'core', version: '1.2' });
  if (document.errors.length > 0) throw new Error('The frontmatter cannot be read. Run npm run check and mend it first');
  return isMap(document.contents) ? document.contents.items.find((pair) => isScalar(pair.key) && pair.key.value === field) : undefined;
}

const rangeOf = (node: unknown): [start: number, end: number] => (isNode(node) && node.range ? [node.range[0], node.range[1]] : [0, 0]);

/** Where the lines of a new item go: what they take the place of, and how deep its dash stands. */
interface Slot {
  from: number;
  to: number;
  indent: number;
  /** Lines before the item. */
  before: string[];
}

function findSlot(yaml: string, field: string): Slot {
  const pair = findPair(yaml, field);
  if (!pair) {
    const end = yaml.trimEnd().length;
    return { from: end, to: end, indent: 2, before: [`${field}:`] };
  }
  const [, key] = rangeOf(pair.key);
  const colon = yaml.indexOf(':', key) + 1;
  if (!isSeq(pair.value) || pair.value.items.length === 0)
    return { from: colon, to: Math.max(colon, rangeOf(pair.value)[1]), indent: 2, before: [] };
  const [start] = rangeOf(pair.value.items[0]);
  const [, end] = rangeOf(pair.value.items.at(-1));
  const dash = yaml.lastIndexOf('-', start - 1);
  const indent = dash - (yaml.lastIndexOf('\n', dash) + 1);
  if (pair.value.flow) throw new Error(`"${field}" is written in brackets. Write it as a list, an entry a line, and run this again`);
  const at = skipComments(yaml, endOfLine(yaml, yaml.slice(0, end).trimEnd().length), indent);
  return { from: at, to: at, indent, before: [] };
}

/**
 * Adds an item to a list in the frontmatter of an `.mdx` file: after the last one, or as a new field at the end of the
 * frontmatter. Every other character stays as it is. `lines` are those of the item, without dash and indent.
 */
export function insertYamlItem(text: string, field: string, lines: readonly string[]): string {
  const match = FENCED.exec(text);
  if (match?.index !== 0) throw new Error('The file has no frontmatter. Run npm run check and mend it first');
  const [, opening = '', yaml = ''] = match;
  const newline = opening.endsWith('\r\n') ? '\r\n' : '\n';
  const { from, to, indent, before } = findSlot(yaml, field);
  const item = lines.map((line, index) => `${' '.repeat(indent)}${index === 0 ? '- ' : '  '}${line}`);
  const added = [...before, ...item].map((line) => newline + line).join('');
  return text.slice(0, opening.length + from) + added + text.slice(opening.length + to);
}
