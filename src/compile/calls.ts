import type { Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxFlowElementHast, MdxJsxTextElement, MdxJsxTextElementHast } from 'mdast-util-mdx-jsx';
import type { TargetKind } from '../schema/reference.ts';
import { type ComponentName, vocabulary } from '../schema/vocabulary.ts';
import { findTargetKind } from './references.ts';

/** A component call in Markdown, as the MDX parser has it. */
export type MarkdownCall = MdxJsxFlowElement | MdxJsxTextElement;
/** A component call in Markdown or in the HTML made of it. */
export type Call = MarkdownCall | MdxJsxFlowElementHast | MdxJsxTextElementHast;

export const isCall = (node: Nodes): node is MarkdownCall => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** The props of a call that are plain text, empty where only a name is written; others are reported as code. */
export function readProps(call: Call): Record<string, string> {
  const props: [string, string][] = [];
  for (const attribute of call.attributes) {
    if (attribute.type === 'mdxJsxAttribute' && !(attribute.value instanceof Object)) props.push([attribute.name, attribute.value ?? '']);
  }
  return Object.fromEntries(props);
}

/** The props of a component that refer to records, with the kind that each refers to. */
export function listReferringProps(name: ComponentName): [string, TargetKind][] {
  return Object.entries(vocabulary[name].shape).flatMap(([key, schema]): [string, TargetKind][] => {
    const kind = findTargetKind('unwrap' in schema ? schema.unwrap() : schema);
    return kind ? [[key, kind]] : [];
  });
}
