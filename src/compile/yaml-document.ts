import { type Document, isCollection, isMap, isNode, isPair, parseDocument, type YAMLError, visit } from 'yaml';
import { findDeepData } from './limits.ts';
import { openPlaces, type Place } from './line-places.ts';
import type { Problem } from './problem.ts';

/** Parsed YAML or JSON that knows where each value stands in its file. */
export interface LocatedData {
  value: unknown;
  /** The place of the value at a path, or of its nearest ancestor that is there. */
  locate: (path: readonly PropertyKey[]) => Place;
  /** The place of a key. */
  locateKey: (path: readonly PropertyKey[]) => Place;
}

function findKeyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isNode(item.key) && String(item.key) === String(path.at(-1)));
  return pair && isNode(pair.key) ? pair.key.range?.[0] : undefined;
}

function findOffset(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0;
}

/** Whether it is no mere consequence: after its first error the parser calls every token unexpected. */
const isFirst = ({ message }: YAMLError, index: number): boolean => index === 0 || !/^Unexpected .* in YAML stream/.test(message);

/**
 * Reads YAML 1.2 (of which JSON is a part) with the core schema, so that dates stay strings.
 * `text` keeps the file's own lines: what precedes the YAML is blanked by the caller.
 */
export function readYaml(file: string, text: string): { data: LocatedData | undefined; problems: Problem[] } {
  const toPlace = openPlaces(text);
  const deep = findDeepData(text);
  if (deep !== undefined) {
    const message = 'Too many levels stand inside one another here. Write it flatter';
    return {
      data: undefined,
      problems: [{ file, ...toPlace(deep), kind: 'not-allowed', message }],
    };
  }
  const document = parseDocument(text, { schema: 'core', version: '1.2', prettyErrors: false });
  const problems = [...document.errors, ...document.warnings].filter(isFirst).map((error): Problem => {
    const message = `The frontmatter cannot be read: ${error.message.split('\n')[0]}. Mend the YAML here`;
    return { file, ...toPlace(error.pos[0]), kind: 'malformed-frontmatter', message };
  });
  const refuse = (node: unknown, message: string) => {
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    problems.push({ file, ...toPlace(offset), kind: 'not-allowed', message });
  };
  visit(document, {
    Alias: (_key, node) => refuse(node, `"*${node.source}" repeats another value. Write the value out`),
    Pair: (_key, { key }) => {
      if (isCollection(key)) refuse(key, 'The name of a field is one word. Take the brackets away');
    },
  });
  if (problems.length > 0) return { data: undefined, problems };
  const data: LocatedData = {
    value: document.toJS({ maxAliasCount: 0 }),
    locate: (path) => toPlace(findOffset(document, path)),
    locateKey: (path) => toPlace(findKeyOffset(document, path) ?? findOffset(document, path)),
  };
  return { data, problems };
}
