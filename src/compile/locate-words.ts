import type { Code, InlineCode, Nodes, Text } from 'mdast';
import type { Place } from './line-places.ts';

/** A node that is words. */
export type Words = Text | InlineCode | Code;

export const isWords = (node: Nodes): node is Words => node.type === 'text' || node.type === 'inlineCode' || node.type === 'code';

export const placeOf = (node: Nodes): Place => ({ line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 });

/** The place of a character of a text, or of the text itself where escapes make its length differ from its source. */
export function locateIn(node: Words, index: number): Place {
  const { start, end } = node.position ?? {};
  const place = placeOf(node);
  const plain = node.type === 'text' && end?.offset !== undefined && end.offset - (start?.offset ?? 0) === node.value.length;
  if (!plain) return place;
  const before = node.value.slice(0, index).split('\n');
  const column = before.at(-1)?.length ?? 0;
  return before.length === 1 ? { ...place, column: place.column + column } : { line: place.line + before.length - 1, column: column + 1 };
}
