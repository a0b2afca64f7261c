import type { Root } from 'mdast';
import type {} from 'remark-mdx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/**
 * Gives a heading the id of the `<Anchor>` that ends it, so that no id is ever made from its words.
 *
 * ```mdx
 * ## What was found <Anchor id="s-found" />   ->   <h2 id="s-found">What was found</h2>
 * ## What was found                           ->   message missing-anchor
 * ```
 */
export function remarkHeadingAnchors() {
  return (tree: Root, file: VFile) => {
    visit(tree, 'heading', (heading) => {
      const last = heading.children.at(-1);
      const id =
        last?.type === 'mdxJsxTextElement' && last.name === 'Anchor'
          ? last.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id')?.value
          : undefined;
      if (typeof id !== 'string') {
        const reason = 'A heading needs an address of its own. End it with <Anchor id="s-..." />';
        file.message(reason, { place: heading.position, source: 'remark-heading-anchors', ruleId: 'missing-anchor' });
        return;
      }
      heading.children.pop();
      const text = heading.children.at(-1);
      if (text?.type === 'text') text.value = text.value.trimEnd();
      if (heading.children.length === 0) {
        file.message('A heading needs words before its <Anchor>', {
          place: heading.position,
          source: 'remark-heading-anchors',
          ruleId: 'not-allowed',
        });
      }
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
    });
  };
}
