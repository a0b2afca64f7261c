import type { Nodes, Root, RootContent } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { type ComponentName, isComponentName } from '../schema/vocabulary.ts';
import { type Call, listReferringProps, readProps } from './calls.ts';
import { toWholeId } from './references.ts';

/** A component call inside a body: its props as written, and what stands between its tags. */
export interface ComponentCall {
  name: ComponentName;
  props: Record<string, string>;
  /** True where the call stands inside a paragraph, so that it may print phrasing content only. */
  inline: boolean;
  children: Segment[];
}

/** A compiled body in order: HTML as text, and component calls between. */
export type Segment = string | ComponentCall;

// Private-use characters cannot occur in content (they are refused), so they mark calls without ambiguity.
const OPEN = '\uE000';
const CLOSE = '\uE001';

const isCall = (node: Nodes | Call): node is Call => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

const serializer = unified().use(rehypeStringify);

const TAG = /<\/?[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*>/gi;

/** Writes `<` and `>` inside attributes as references: HTML needs none, but whoever looks for tags then finds tags only. */
const escapeAttributes = (html: string): string =>
  html.replace(TAG, (tag) => tag.replace(/"[^"]*"/g, (value) => value.replaceAll('<', '&#x3C;').replaceAll('>', '&#x3E;')));

/** Props with the owner added to every id that was written without it. */
function completeProps(name: ComponentName, props: Record<string, string>, owner: string): Record<string, string> {
  const complete = { ...props };
  for (const [key, kind] of listReferringProps(name)) {
    const id = props[key];
    if (id !== undefined) complete[key] = toWholeId(kind, id, owner);
  }
  return complete;
}

/** Splits a tree into HTML and component calls. `owner` is the id of the record whose body it is. */
export function toSegments(children: readonly RootContent[], owner: string): Segment[] {
  const calls: ComponentCall[] = [];
  const tree: Root = { type: 'root', children: structuredClone([...children]) };
  visit(tree, (node, index, parent) => {
    if (!isCall(node) || !parent || index === undefined) return undefined;
    if (node.name && isComponentName(node.name)) {
      const inline = node.type === 'mdxJsxTextElement';
      calls.push({
        name: node.name,
        props: completeProps(node.name, readProps(node), owner),
        inline,
        children: toSegments(node.children, owner),
      });
      parent.children[index] = { type: 'text', value: `${OPEN}${calls.length - 1}${CLOSE}` };
    } else parent.children[index] = { type: 'text', value: '' };
    return SKIP;
  });
  return escapeAttributes(serializer.stringify(tree))
    .split(/(\uE000\d+\uE001)/)
    .flatMap((piece): Segment[] => {
      if (!piece.startsWith(OPEN)) return piece === '' ? [] : [piece];
      const call = calls[Number(piece.slice(1, -1))];
      return call ? [call] : [];
    });
}

/** The text of a compiled body as a reader without components would see it. */
export function readSegmentText(segments: readonly Segment[]): string {
  return segments
    .map((segment) => (typeof segment === 'string' ? segment.replace(/<[^>]*>/g, ' ') : readSegmentText(segment.children)))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Every component call in a body, however deep. */
export function listCalls(segments: readonly Segment[]): ComponentCall[] {
  return segments.flatMap((segment) => (typeof segment === 'string' ? [] : [segment, ...listCalls(segment.children)]));
}
