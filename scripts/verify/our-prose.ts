import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Nodes } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import { isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { normaliseNewlines, splitFile } from '../../src/compile/frontmatter.ts';
import { parseBody } from '../../src/compile/parse-body.ts';
import { kindNames, kinds } from '../../src/schema/kinds.ts';

/** Words of ours, and where they stand. Words in quotation marks are not among them. */
export interface Prose {
  file: string;
  line: number;
  text: string;
}

// Another's words, names and places, which are as they are.
const VERBATIM = new Set([
  'name',
  'short',
  'variants',
  'names',
  'at',
  'category',
  'section',
  'URL',
  'ref',
  'number',
  'publisher',
  'publisher-place',
  'container-title',
  'author',
  'editor',
  'genre',
  'page',
  'note-title',
]);
const BREAK = ' \u0000 ';

/** Puts a break in the place of quoted words, so that no run goes through them. */
const dropQuoted = (text: string) => text.replace(/“[^”]*”|"[^"]*"/g, BREAK);

const FENCE = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m;

/** Strings of YAML or JSON that are our prose: not what a quotation says, nor names and titles of others. */
function listFields(file: string, yaml: string, before: number, titles: boolean): Prose[] {
  const lines = new LineCounter();
  const prose: Prose[] = [];
  visit(parseDocument(yaml, { lineCounter: lines, schema: 'core', version: '1.2' }), {
    Scalar(_key, node, path) {
      const keys = path.flatMap((step) => (isPair(step) && isScalar(step.key) ? [String(step.key.value)] : []));
      const quoted = keys.includes('quotes') && keys.at(-1) === 'text';
      const isKey = _key === 'key';
      if (isKey || quoted || typeof node.value !== 'string' || keys.some((key) => VERBATIM.has(key)) || (titles && keys.length === 1))
        return;
      prose.push({ file, line: before + lines.linePos(node.range?.[0] ?? 0).line, text: dropQuoted(node.value) });
    },
  });
  return prose;
}

const wordsOf = (node: Nodes): string => {
  if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement')
    return `${BREAK}${node.children.map(wordsOf).join('')}${BREAK}`;
  return 'value' in node ? (node.type === 'text' ? node.value : BREAK) : 'children' in node ? node.children.map(wordsOf).join('') : ' ';
};

function listParagraphs(file: string, body: string): Prose[] {
  const prose: Prose[] = [];
  visitParents(parseBody(file, body).tree, (node: Nodes) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    prose.push({ file, line: node.position?.start.line ?? 1, text: dropQuoted(wordsOf(node)) });
  });
  return prose;
}

function readMdx(content: string, label: string, name: string): Prose[] {
  const file = posix.join(label, name);
  const text = normaliseNewlines(readFileSync(join(content, name), 'utf8'));
  const match = FENCE.exec(text);
  const fields = match?.index === 0 ? listFields(file, match[1] ?? '', 1, false) : [];
  return [...fields, ...listParagraphs(file, splitFile(file, text).body)];
}

/** Everything in the content folder that we wrote. The full texts of decisions and the captures are not ours. */
export function listProse(content: string, label: string): Prose[] {
  const folders = [...new Set(kindNames.map((kind) => kinds[kind].folder))].filter((folder) => existsSync(join(content, folder)));
  const names = folders.flatMap((folder) =>
    readdirSync(join(content, folder))
      .filter((name) => name.endsWith('.mdx'))
      .toSorted()
      .map((name) => `${folder}/${name}`),
  );
  const sources = join(content, 'sources.json');
  return [
    ...names.flatMap((name) => readMdx(content, label, name)),
    ...(existsSync(sources) ? listFields(posix.join(label, 'sources.json'), readFileSync(sources, 'utf8'), 0, true) : []),
  ];
}
