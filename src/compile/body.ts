import type { Root as HtmlRoot } from 'hast';
import type { Nodes, Root } from 'mdast';
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import { visitParents } from 'unist-util-visit-parents';
import { VFile } from 'vfile';
import { rehypePermalinks } from '../plugins/rehype-permalinks.ts';
import { remarkDataOnly } from '../plugins/remark-data-only.ts';
import { remarkHeadingAnchors } from '../plugins/remark-heading-anchors.ts';
import { readText, remarkParagraphAnchors } from '../plugins/remark-paragraph-anchors.ts';
import { remarkSafeLinks } from '../plugins/remark-safe-links.ts';
import { blankHiddenCharacters, explainHidden, listHiddenCharacters } from '../schema/text.ts';
import { vocabulary } from '../schema/vocabulary.ts';
import { type Block, toBlocks } from './blocks.ts';
import { checkBody } from './check-body.ts';
import { findNearest } from './nearest.ts';
import { keepOurProblems, officialTransformer } from './official-text.ts';
import { parseBody } from './parse-body.ts';
import { type Problem, problemKinds, sortProblems } from './problem.ts';
import type { Reference } from './references.ts';
import { type Segment, toSegments } from './segments.ts';
import { type Coverage, countSentences, findBare, listSentences } from './sentences.ts';
import { hashWords, plainWords } from './words.ts';

/** An address inside a page that a body defines. */
export interface Anchor {
  id: string;
  line: number;
  column: number;
  /** A heading's words and rank, for the list of contents; paragraphs and pins have neither. */
  heading?: { text: string; depth: number };
  /** The hash of the words that stand here; an Anchor has those of the paragraph that it stands in. */
  hash: string;
}

export interface CompiledBody {
  segments: Segment[];
  anchors: Anchor[];
  references: Reference[];
  problems: Problem[];
  /** Where every sentence must be tied to the record: how they are. */
  coverage?: Coverage;
  /** Of a text that is another's: its parts, instead of segments. */
  blocks?: Block[];
}

const transformer = remark()
  .use(remarkDataOnly, { components: Object.keys(vocabulary), findNearest })
  .use(remarkSafeLinks)
  .use(remarkHeadingAnchors)
  .use(remarkParagraphAnchors)
  .use(remarkRehype, { passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] })
  .use(rehypePermalinks);

const isHtml = (tree: unknown): tree is HtmlRoot => tree instanceof Object && Reflect.get(tree, 'type') === 'root';

const textOf = (node: Nodes): string => ('value' in node ? node.value : 'children' in node ? node.children.map(textOf).join('') : '');

/** The hash of the words at an address: those of the heading or paragraph that it is, begins with or stands in. */
function hashAt(node: Nodes, ancestors: readonly Nodes[]): string {
  const first = node.type === 'listItem' ? node.children[0] : undefined;
  const holder = [node, first, ...ancestors].find((one) => one?.type === 'paragraph' || one?.type === 'heading');
  return hashWords(plainWords(readText(holder ?? node)));
}

function collectAnchors(tree: Root): Anchor[] {
  const anchors: Anchor[] = [];
  visitParents(tree, (node: Nodes, ancestors: Nodes[]) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const hash = () => hashAt(node, ancestors);
    const id: unknown = Reflect.get(node.data ?? {}, 'hProperties') && Reflect.get(Reflect.get(node.data ?? {}, 'hProperties') ?? {}, 'id');
    if (typeof id === 'string') {
      anchors.push({
        id,
        line,
        column,
        hash: hash(),
        ...(node.type === 'heading' ? { heading: { text: textOf(node), depth: node.depth } } : {}),
      });
    }
    if ((node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') && node.name === 'Anchor') {
      const pinned = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id')?.value;
      if (typeof pinned === 'string') anchors.push({ id: pinned, line, column, hash: hash() });
    }
  });
  return anchors;
}

const toProblems = (file: string, messages: VFile['messages']): Problem[] =>
  messages.map((message) => ({
    file,
    line: message.line ?? 1,
    column: message.column ?? 1,
    kind: problemKinds.find((kind) => kind === message.ruleId) ?? 'mdx-syntax',
    message: message.reason,
  }));

/** Hidden characters that stand in a body as they are. The parser would drop or change some of them. */
const findHidden = (file: string, body: string): Problem[] =>
  body.split('\n').flatMap((line, index) =>
    listHiddenCharacters(line).map(({ found, index: before }): Problem => ({
      file,
      line: index + 1,
      column: before + 1,
      kind: 'hidden-character',
      message: explainHidden(found),
    })),
  );

/** What is asked of a body. */
interface BodyRules {
  /** Every paragraph must be tied to the record. */
  grounded: boolean;
  /** So must every sentence. */
  cited: boolean;
  /** The words are official. */
  official: boolean;
}

/**
 * Compiles one body. `owner` is the id of its record; `body` keeps the lines of the file. Where the words are
 * official, they come as blocks instead of segments.
 */
export function compileBody(file: string, body: string, owner: string, rules: Partial<BodyRules> = {}): CompiledBody {
  const { grounded = false, cited = false, official = false } = rules;
  const hidden = findHidden(file, body);
  const text = blankHiddenCharacters(body);
  const { tree, problems: syntax } = parseBody(file, text);
  const { references, problems: meaning } = checkBody(file, tree, owner, grounded);
  const sentences = cited ? listSentences(tree) : undefined;
  const virtual = new VFile({ path: file, value: text });
  const html: unknown = (official ? officialTransformer(file) : transformer).runSync(tree, virtual);
  const all = sortProblems([
    ...hidden,
    ...syntax,
    ...meaning,
    ...(sentences ? findBare(file, sentences) : []),
    ...toProblems(file, virtual.messages),
  ]);
  const problems = official ? keepOurProblems(tree, all) : all;
  const anchors = collectAnchors(tree);
  if (official) return { segments: [], blocks: isHtml(html) ? toBlocks(tree, html, owner) : [], anchors, references, problems };
  const segments = isHtml(html) ? toSegments(html.children, owner) : [];
  return { segments, anchors, references, problems, ...(sentences && { coverage: countSentences(sentences) }) };
}
