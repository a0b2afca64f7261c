import { accessSchema, type AccessResults } from '../../src/schema/access.ts';
import { byTag, type BuiltPage, textOf } from './read-site.ts';

const words = { passed: 'passed', failed: 'failed', 'not-run': 'not run' };

/** The rows that an accessibility page owes to the file of results. */
export const listOwedRows = (file: string): string[][] =>
  accessSchema
    .parse(JSON.parse(file))
    .checks.map(({ text, result, gap }: AccessResults['checks'][number]) => [gap ? `${text} Not shown: ${gap}` : text, words[result]]);

const findPage = (pages: readonly BuiltPage[]): BuiltPage => {
  const page = pages.find(({ path }) => path === '/accessibility/');
  if (!page) throw new Error('There is no accessibility page');
  return page;
};

/** What an accessibility page says of checks, row by row, and all its words. */
export function readAccessPage(pages: readonly BuiltPage[]): { rows: string[][]; text: string } {
  const page = findPage(pages);
  const rows = byTag(page, 'tr').map((row) => row.children.flatMap((cell) => (cell.type === 'element' ? [textOf(cell)] : [])));
  return { rows: rows.slice(1), text: byTag(page, 'main').map(textOf).join(' ') };
}
