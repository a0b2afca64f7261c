import type { Nodes, Paragraph, Root } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { explainHidden, listHiddenCharacters, listTypedFigures } from '../schema/text.ts';
import { type ComponentName, grounding, isComponentName, linking, vocabulary } from '../schema/vocabulary.ts';
import { isCall, listReferringProps, type MarkdownCall, readProps } from './calls.ts';
import { isWords, locateIn, placeOf, type Words } from './locate-words.ts';
import { suggest } from './nearest.ts';
import type { Problem, ProblemKind } from './problem.ts';
import { type Reference, toWholeId } from './references.ts';
import type { Place } from './line-places.ts';

const NOT_ALLOWED: Record<string, string> = {
  footnoteReference: 'Footnotes have no lasting address. Use <Note> beside the passage, or <Cite>',
  footnoteDefinition: 'Footnotes have no lasting address. Use <Note> beside the passage, or <Cite>',
  image: 'Pictures in content are not supported. Remove it',
  imageReference: 'Pictures in content are not supported. Remove it',
  html: 'Raw HTML is code. Write Markdown or a component of the vocabulary',
};

const nameOf = (node: Nodes): ComponentName | undefined =>
  isCall(node) && node.name && isComponentName(node.name) ? node.name : undefined;

/** The properties of a call that are given more than once. */
function listRepeated(call: MarkdownCall): string[] {
  const names = call.attributes.flatMap((attribute) => (attribute.type === 'mdxJsxAttribute' ? [attribute.name] : []));
  return names.filter((name, index) => names.indexOf(name) < index);
}

/** Faults of a component's props, in words. */
function checkProps(name: ComponentName, props: Record<string, string>): string[] {
  const schema = vocabulary[name];
  const result = schema.safeParse(props);
  if (result.success) return [];
  const known = Object.keys(schema.shape);
  return result.error.issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(
        (key) => `<${name}> has no property "${key}". ${suggest(key, known, known.length ? `It has ${known.join(', ')}.` : 'Remove it.')}`,
      );
    }
    const key = String(issue.path[0]);
    return key in props ? [`<${name}> ${key}="${props[key]}": ${issue.message}`] : [`<${name}> needs the property "${key}". Add it`];
  });
}

/** References made by a component's props. */
function referencesOf(name: ComponentName, props: Record<string, string>, owner: string, node: Nodes): Reference[] {
  return listReferringProps(name).flatMap(([key, kind]) => {
    const id = props[key];
    return id !== undefined ? [{ kind, id: toWholeId(kind, id, owner), ...placeOf(node) }] : [];
  });
}

function hasGround(paragraph: Paragraph): boolean {
  let found = false;
  visitParents(paragraph, (node: Nodes) => {
    const name = nameOf(node);
    if (name && grounding.includes(name)) found = true;
  });
  return found;
}

const phraseHolders: readonly Nodes['type'][] = ['paragraph', 'heading', 'tableCell', 'code'];
const MOST_A_PARAGRAPH = 100;

/** Figures typed into a run of phrases, also where emphasis or a link stands inside the figure. */
function findFigures(holder: Nodes): { place: Place; figure: string }[] {
  const parts: { node: Words; index: number }[] = [];
  let words = '';
  visitParents(holder, (node: Nodes) => {
    if (isCall(node)) words += '\uFFFC';
    if (!isWords(node)) return;
    parts.push({ node, index: words.length });
    words += node.value;
  });
  return listTypedFigures(words)
    .slice(0, MOST_A_PARAGRAPH)
    .flatMap(({ found: figure, index }) => {
      const part = parts.findLast((candidate) => candidate.index <= index);
      return part ? [{ place: locateIn(part.node, index - part.index), figure }] : [];
    });
}

/** Hidden characters written as references, in words and in what a link or a block of code carries with it. */
function findHidden(node: Nodes): { place: Place; found: string }[] {
  const carried = ['url', 'title', 'lang', 'meta'].map((key): unknown => Reflect.get(node, key));
  const beside = carried.flatMap((value) => (typeof value === 'string' ? listHiddenCharacters(value) : []));
  return [
    ...beside.map(({ found }) => ({ place: placeOf(node), found })),
    ...(isWords(node)
      ? listHiddenCharacters(node.value)
          .slice(0, MOST_A_PARAGRAPH)
          .map(({ found, index }) => ({ place: locateIn(node, index), found }))
      : []),
  ];
}

export interface BodyCheck {
  references: Reference[];
  problems: Problem[];
}

/**
 * Reads the meaning of a parsed body: which records it names, and what in it the rules of evidence refuse.
 * With `grounded`, every paragraph must hold a reference or stand inside `<Opinion>`.
 */
export function checkBody(file: string, tree: Root, owner: string, grounded: boolean): BodyCheck {
  const references: Reference[] = [];
  const problems: Problem[] = [];
  const reportAt = (place: Place, kind: ProblemKind, message: string) => problems.push({ file, ...place, kind, message });
  const report = (node: Nodes, kind: ProblemKind, message: string) => reportAt(placeOf(node), kind, message);

  let rank = 1;
  visitParents(tree, (node: Nodes, ancestors: Nodes[]) => {
    if (node.type === 'heading') {
      if (node.depth === 1) report(node, 'not-allowed', 'The page has its first heading already. Begin this one with ##');
      else if (node.depth > rank + 1)
        report(node, 'not-allowed', `A heading of rank ${node.depth} follows one of rank ${rank}. Write ${'#'.repeat(rank + 1)}`);
      rank = node.depth;
    }
    const refused = NOT_ALLOWED[node.type];
    if (refused) report(node, 'not-allowed', refused);
    for (const { place, found } of findHidden(node)) reportAt(place, 'hidden-character', explainHidden(found));
    for (const { place, figure } of phraseHolders.includes(node.type) ? findFigures(node) : []) {
      reportAt(place, 'typed-figure', `"${figure}" is a typed figure. Write <Sum>, <Days>, <Payment> or <Claim>, so that it is computed`);
    }
    if (
      node.type === 'paragraph' &&
      grounded &&
      !hasGround(node) &&
      !ancestors.some((parent) => nameOf(parent) === 'Opinion' || nameOf(parent) === 'Note')
    ) {
      report(node, 'unsourced-paragraph', 'Nothing ties this paragraph to the record. Add a <Cite>, or put it inside <Opinion by="...">');
    }
    const name = nameOf(node);
    if (!name || !isCall(node)) return;
    const props = readProps(node);
    for (const message of checkProps(name, props)) report(node, 'bad-property', message);
    for (const key of listRepeated(node)) report(node, 'bad-property', `<${name}> has the property "${key}" twice. Take one away`);
    references.push(...referencesOf(name, props, owner, node));
    if (!linking.includes(name)) return;
    const outer = ancestors.find(
      (parent) => parent.type === 'link' || (nameOf(parent) !== undefined && linking.includes(nameOf(parent) ?? name)),
    );
    if (outer) report(node, 'link-in-link', `<${name}> prints a link and stands inside another. Take one of them away`);
  });
  return { references, problems };
}
