import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { expect, test } from 'vitest';
import { bringIn, compileContent, fixture, FIXTURES, makeContent, readFile, readTree } from '../builders/import.ts';

const names = readdirSync(join(FIXTURES, 'pages')).toSorted();

const ENTITIES: Record<string, string> = {
  nbsp: '\u00A0',
  thinsp: '\u2009',
  emsp: '\u2003',
  frac12: '½',
  lt: '<',
  gt: '>',
  quot: '"',
  amp: '&',
};
const INLINE = 'a|b|i|em|strong|span|u|s|small|sub|sup|code|img|q';

const collapse = (text: string) => text.replace(/[\t\n\f\r ]+/g, ' ').trim();

/** The words of a page below its labels, read without any of the importer's code. */
function readPageWords(html: string): string {
  const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec(html) ?? [];
  const opening = main.search(/<(?:h\d|div|p)>(?:<\w+>)*The Ombuds/);
  const text = (opening < 0 ? main : main.slice(opening))
    .replace(/<h2>Related decisions[\s\S]*/, '')
    .replace(/<p><a href="#\w+">Back to top<\/a><\/p>|<a href="#top">Back to top<\/a>/g, '')
    .replace(/<q>/g, '“')
    .replace(/<\/q>/g, '”')
    .replace(new RegExp(`</?(?:${INLINE})\\b[^>]*>`, 'g'), '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
  return collapse(text);
}

const readMarkdownWords = (node: Nodes): string => {
  if (node.type === 'text' || node.type === 'code' || node.type === 'inlineCode') return node.value;
  if (node.type === 'break') return ' ';
  const words = 'children' in node ? node.children.map(readMarkdownWords).join('') : '';
  return ['heading', 'paragraph', 'tableCell', 'listItem'].includes(node.type) ? ` ${words} ` : words;
};

/** The words of a text as any reader of MDX has them. */
function readTextWords(mdx: string): string {
  const body = mdx.replace(/^---\n[\s\S]*?\n---\n/, '');
  return collapse(readMarkdownWords(remark().use(remarkMdx).use(remarkGfm).parse(body)));
}

// Two statements on a page, and characters that no content may hold, have tests of their own.
const whole = names.filter((name) => !['two-statements.html', 'two-decisions.html', 'invisible.html'].includes(name));

test('there are at least 25 saved pages to test with', () => {
  expect(names.length).toBeGreaterThanOrEqual(25);
});

test.each(whole)('%s comes out word for word and character for character', async (name) => {
  const content = makeContent();
  const [result] = await bringIn(content, [fixture(name)]);
  expect(result?.outcome).toBe('imported');
  const ref = result?.refs[0]?.slice(0, 10).replaceAll(' ', '-') ?? '';
  expect(readTextWords(readFile(content, `decisions/${ref}/text.mdx`))).toBe(readPageWords(readFileSync(fixture(name), 'utf8')));
});

test('importing all pages again changes not one byte, and calls them unchanged', async () => {
  const content = makeContent();
  await bringIn(content, names.map(fixture));
  const before = readTree(content);
  const again = await bringIn(content, names.map(fixture));
  expect(again.map(({ outcome }) => outcome)).toEqual(names.map(() => 'unchanged'));
  expect(readTree(content)).toEqual(before);
});

test('a page whose bytes differ and whose words do not is unchanged, and no copy of it is kept', async () => {
  const content = makeContent();
  await bringIn(content, [fixture('plain.html')]);
  const before = readTree(content);
  const saved = readFileSync(fixture('plain.html'), 'utf8')
    .replace('<footer>', '<script>later()</script><footer>')
    .replace('<ol>', '<ol class="x">');
  const folder = makeContent({ 'page.html': saved });
  const [result] = await bringIn(content, [join(folder, 'page.html')]);
  expect(result?.outcome).toBe('unchanged');
  expect(readTree(content)).toEqual(before);
});

test('the order of the files makes no difference to what is said of each decision', async () => {
  const [one, other] = [makeContent(), makeContent()];
  const apart = names.filter((name) => !name.startsWith('joint') && !name.startsWith('renamed'));
  await bringIn(one, apart.map(fixture));
  await bringIn(other, apart.toReversed().map(fixture));
  const decisionsOf = (content: string) => Object.entries(readTree(content)).filter(([path]) => path.startsWith('decisions/'));
  expect(decisionsOf(other)).toEqual(decisionsOf(one));
});

test('what is imported has no fault but blanks, each named where it stands', async () => {
  const content = makeContent();
  await bringIn(content, names.map(fixture));
  const { problems } = compileContent(content);
  expect(problems.filter(({ kind }) => kind !== 'unfilled-blank')).toEqual([]);
  const plain = problems
    .filter(({ file }) => file.endsWith('25-001-001.mdx'))
    .map(({ line, column, message }) => `${line}:${column} ${message}`);
  expect(plain).toEqual([
    '4:8 "title" is still blank. Fill it in: What the decision is, in a few words',
    '10:12 "decidedBy" is still blank. Fill it in: The ombudsman, or the joint team (the id of a body)',
    '17:10 "summary" is still blank. Fill it in: What happened, what was found and what was asked, in our words, in a minute',
  ]);
});
