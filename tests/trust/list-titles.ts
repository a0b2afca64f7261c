import ts from 'typescript';

const CALLS = new Set(['test', 'it']);

/** The word that a call begins with: `test` of `test.each(rows)('title', ...)`. */
function rootOf(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node) || ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)) {
    return rootOf(ts.isTaggedTemplateExpression(node) ? node.tag : node.expression);
  }
  return '';
}

/** The titles of the tests in the source of a file, as they are written. */
export function listTitles(source: string): string[] {
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && CALLS.has(rootOf(node.expression))) {
      const [title, ...more] = node.arguments;
      if (title && more.length > 0 && ts.isStringLiteralLike(title)) titles.push(title.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', source, ts.ScriptTarget.Latest));
  return titles;
}
