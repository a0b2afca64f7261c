import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { visit } from 'unist-util-visit';
import { rehypePermalinks } from '../plugins/rehype-permalinks.ts';
import { remarkDataOnly } from '../plugins/remark-data-only.ts';
import { remarkDemoteHeadings } from '../plugins/remark-demote-headings.ts';
import { remarkDistinctAnchors } from '../plugins/remark-distinct-anchors.ts';
import { remarkHeadingAnchors } from '../plugins/remark-heading-anchors.ts';
import { remarkParagraphAnchors } from '../plugins/remark-paragraph-anchors.ts';
import { remarkPlainMail } from '../plugins/remark-plain-mail.ts';
import { isWebAddress, remarkSafeLinks } from '../plugins/remark-safe-links.ts';
import { vocabulary } from '../schema/vocabulary.ts';
import { findNearest } from './nearest.ts';
import type { Problem, ProblemKind } from './problem.ts';
import type { Place as Point } from './line-places.ts';

/** Components that hold the editor's words. What stands in `<Sic>` is the source's. */
export const EDITORIAL: readonly string[] = ['Note', 'Opinion'];

/** The letter in the name of a text that only one statement has: `b` of `24-005-859/text-b.mdx`. */
export const findTextLetter = (file: string): string | undefined => /\/text-([a-z]+)\.mdx$/.exec(file)?.[1];

/** Turns a body of official words into HTML. Its headings stand below the page's own, and a repeated paragraph has its own address. */
export const officialTransformer = (file: string) =>
  remark()
    .use(remarkDataOnly, { components: Object.keys(vocabulary), findNearest })
    .use(remarkPlainMail, { keep: isWebAddress })
    .use(remarkSafeLinks)
    .use(remarkHeadingAnchors)
    .use(remarkParagraphAnchors, { beside: EDITORIAL })
    .use(remarkDistinctAnchors, { scope: findTextLetter(file) })
    .use(remarkDemoteHeadings, { by: 1 })
    .use(remarkRehype, { passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] })
    .use(rehypePermalinks);

// Official words are kept as they are: a sum in them is not typed by us, and brackets are no broken link.
const OURS_ONLY: readonly ProblemKind[] = ['typed-figure', 'undefined-link'];

const isOurs = (node: Nodes) =>
  (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') && node.name !== null && EDITORIAL.includes(node.name);

const isBefore = (a: Point, b: Point) => a.line < b.line || (a.line === b.line && a.column <= b.column);

/** Leaves out what would be a fault in our prose and is none in official words; what stands in a note of ours is judged as ours. */
export function keepOurProblems(tree: Root, problems: readonly Problem[]): Problem[] {
  const ranges: { start: Point; end: Point }[] = [];
  visit(tree, (node: Nodes) => {
    if (isOurs(node) && node.position) ranges.push(node.position);
  });
  return problems.filter(
    (problem) => !OURS_ONLY.includes(problem.kind) || ranges.some(({ start, end }) => isBefore(start, problem) && isBefore(problem, end)),
  );
}
