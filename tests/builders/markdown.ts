import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkRehype from 'remark-rehype';
import { rehype } from 'rehype';
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { VFile } from 'vfile';

type Transformer = (tree: Root, file: VFile) => void;

/** Runs one plugin over MDX: the HTML it leaves, without components, and its messages as `line:column rule`. */
export function runPlugin(transform: Transformer, markdown: string): { html: string; messages: string[] } {
  const file = new VFile({ value: markdown });
  const tree = remark().use(remarkMdx).use(remarkGfm).parse(file);
  transform(tree, file);
  const html = remark().use(remarkRehype).runSync(tree, file) as unknown as HtmlRoot;
  return {
    html: rehype().data('settings', { fragment: true }).stringify(html),
    messages: file.messages.map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`),
  };
}
