import type { Root } from 'mdast';
import type {} from 'remark-mdx';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

export interface Options {
  /** Components that may be used. */
  components: readonly string[];
  /** The one of them that a misspelt name was meant to be, where one is near enough. */
  findNearest?: (name: string, components: readonly string[]) => string | undefined;
}

const FORBIDDEN: Record<string, string> = {
  mdxjsEsm: 'import and export are code. Remove them: content is data',
  mdxFlowExpression: 'An expression in braces is code. Remove it, or write \\{ for a brace',
  mdxTextExpression: 'An expression in braces is code. Remove it, or write \\{ for a brace',
};
const SOURCE = 'remark-data-only';

/**
 * Lets MDX be data and nothing else: reports code, raw HTML and unknown components.
 *
 * ```mdx
 * {process.env.HOME}      -> message code-in-content
 * <div>text</div>         -> message unknown-component
 * <Quote id={name} />     -> message code-in-content
 * ```
 */
export function remarkDataOnly({ components, findNearest }: Options) {
  return (tree: Root, file: VFile) => {
    visit(tree, (node) => {
      const reason = FORBIDDEN[node.type];
      if (reason) {
        file.message(reason, { place: node.position, source: SOURCE, ruleId: 'code-in-content' });
        return SKIP;
      }
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
      if (!node.name || !components.includes(node.name)) {
        const name = node.name ? `<${node.name}>` : 'A fragment <>';
        // Small letters are HTML, and no component is meant.
        const nearest = /^[A-Z]/.test(node.name ?? '') ? findNearest?.(node.name ?? '', components) : undefined;
        file.message(`${name} is not a component of the vocabulary${nearest ? `. Did you mean <${nearest}>?` : ''}`, {
          place: node.position,
          source: SOURCE,
          ruleId: 'unknown-component',
        });
      }
      for (const attribute of node.attributes) {
        if (
          attribute.type === 'mdxJsxAttribute' &&
          (attribute.value === null || typeof attribute.value === 'string' || attribute.value === undefined)
        )
          continue;
        file.message('A value in braces is code. Write it in quotation marks', {
          place: attribute.position ?? node.position,
          source: SOURCE,
          ruleId: 'code-in-content',
        });
      }
      return undefined;
    });
  };
}
