import { isMap, isSeq, type Node, parseDocument } from 'yaml';

type Path = readonly (string | number)[];

/** The whitespace by which the text indents, and its line ends; none where it is all on one line. */
function readStyle(text: string): { unit: string | undefined; newline: string } {
  const [, newline = '\n', unit] = /(\r?\n)([ \t]+)\S/.exec(text) ?? [];
  return { unit, newline };
}

function write(value: unknown, unit: string | undefined, newline: string, depth: number): string {
  if (unit === undefined) return JSON.stringify(value);
  return JSON.stringify(value, null, unit).replaceAll('\n', `${newline}${unit.repeat(depth)}`);
}

const rangeOf = (node: unknown): [number, number] => {
  const range: unknown = node instanceof Object ? Reflect.get(node, 'range') : undefined;
  return Array.isArray(range) ? [Number(range[0]), Number(range[1])] : [0, 0];
};

/** Adds to the end of a collection whose members end at `last`, or that is empty. */
function add(text: string, collection: Node, last: unknown, written: string, depth: number): string {
  const { unit, newline } = readStyle(text);
  const [start, end] = rangeOf(collection);
  const line = unit === undefined ? '' : `${newline}${unit.repeat(depth)}`;
  if (last !== undefined) {
    const [, finish] = rangeOf(last);
    return `${text.slice(0, finish)},${line}${written}${text.slice(finish)}`;
  }
  const closing = unit === undefined ? '' : `${newline}${unit.repeat(depth - 1)}`;
  return `${text.slice(0, start + 1)}${line}${written}${closing}${text.slice(end - 1)}`;
}

function parse(text: string) {
  const document = parseDocument(text, { schema: 'core', version: '1.2' });
  if (document.errors.length > 0) throw new Error('The file is not JSON. Run npm run check and mend it first');
  return document;
}

/** Adds a member to the end of the object at a path of a JSON text, in the text's own indent. Every other character stays as it is. */
export function insertJsonMember(text: string, path: Path, name: string, value: unknown): string {
  const { unit, newline } = readStyle(text);
  const parent = parse(text).getIn(path, true);
  if (!isMap(parent)) throw new Error(`There is nothing at ${path.join('.')} to add to`);
  const depth = path.length + 1;
  const member = `${JSON.stringify(name)}:${unit === undefined ? '' : ' '}${write(value, unit, newline, depth)}`;
  return add(text, parent, parent.items.at(-1)?.value, member, depth);
}

/**
 * Adds an item to the list at a path of a JSON text, in the text's own indent; the list is made where its object has none.
 * Every other character stays as it is.
 */
export function insertJsonItem(text: string, path: Path, item: unknown): string {
  const { unit, newline } = readStyle(text);
  const document = parse(text);
  const list = path.length === 0 ? document.contents : document.getIn(path, true);
  const depth = path.length + 1;
  if (isSeq(list)) return add(text, list, list.items.at(-1), write(item, unit, newline, depth), depth);
  return insertJsonMember(text, path.slice(0, -1), String(path.at(-1)), [item]);
}
