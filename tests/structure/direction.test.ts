import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const ORDER = [
  'styles',
  'worker',
  'plugins',
  'schema',
  'compile',
  'graph',
  'exports',
  'build',
  'integrations',
  'archive.ts',
  'components',
  'layouts',
  'pages',
];
const WITHOUT_ASTRO = ['plugins', 'schema', 'compile', 'graph', 'exports', 'build'];
const IMPORT =
  /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]|^@import\s+(?:url\()?['"]([^'"]+)['"]/gm;

const listImports = (text: string): string[] => [...text.matchAll(IMPORT)].map((match) => match.slice(1).find(Boolean) ?? '');

const folderOf = (path: string) => path.split('/')[1] ?? '';

/** Says what is wrong with one import of one file, if anything is. */
function judge(file: string, target: string): string | undefined {
  const own = folderOf(file);
  if (WITHOUT_ASTRO.includes(own) && /^(?:astro(?:$|[:/])|@astrojs\/|virtual:)|\.astro$/.test(target))
    return `${file} imports ${target}, and must run without Astro`;
  if (!target.startsWith('.')) return undefined;
  if (own === 'plugins') return `${file} imports ${target}, and a plugin imports npm only`;
  const path = posix.join(posix.dirname(file), target);
  if (!path.startsWith('src/'))
    return own === 'pages' || WITHOUT_ASTRO.includes(own) ? `${file} imports ${path}, which is not in src` : undefined;
  const [from, to] = [ORDER.indexOf(own), ORDER.indexOf(folderOf(path))];
  if (from < 0) return `${file} lies in no folder of the order`;
  if (to < 0) return `${file} imports ${path}, which lies in no folder of the order`;
  return to > from ? `${file} imports ${path}, which comes after it` : undefined;
}

const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:ts|astro|mdx|css|js)$/.test(entry.name))
  .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

test('every import of src points to its own folder or one before it', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(
    files.flatMap((file) => listImports(readFileSync(join(ROOT, file), 'utf8')).flatMap((target) => judge(file, target) ?? [])),
  ).toEqual([]);
});

test('every file of src lies in a folder of the order', () => {
  const strays = files.filter((file) => !ORDER.includes(folderOf(file)) && dirname(file) !== 'src');
  expect(strays).toEqual([]);
});

test.each([
  ['src/schema/a.ts', '../compile/b.ts'],
  ['src/compile/a.ts', '../graph/b.ts'],
  ['src/graph/a.ts', '../archive.ts'],
  ['src/archive.ts', './components/a.ts'],
  ['src/components/prose/a.astro', '../../layouts/Base.astro'],
  ['src/plugins/a.ts', './b.ts'],
  ['src/graph/a.ts', 'astro:content'],
  ['src/schema/a.ts', 'astro/zod'],
  ['src/exports/a.ts', '../utils/b.ts'],
])('%s may not import %s', (file, target) => {
  expect(judge(file, target)).toBeDefined();
});

test.each([
  ['src/graph/a.ts', '../compile/b.ts'],
  ['src/graph/a.ts', './b.ts'],
  ['src/plugins/a.ts', 'unist-util-visit'],
  ['src/plugins/a.ts', 'node:crypto'],
  ['src/pages/decisions/[ref].astro', '../../archive.ts'],
  ['src/archive.ts', './graph/load-archive.ts'],
  ['src/integrations/a.ts', 'astro'],
])('%s may import %s', (file, target) => {
  expect(judge(file, target)).toBeUndefined();
});

test('imports are found in every way of writing them', () => {
  const text = `import a from 'one';\nimport {\n  b,\n} from "two";\nimport 'three';\nexport * from 'four';\nconst c = await import('five');\n// nothing from 'six'\nimport type { D } from 'seven';`;
  expect(listImports(text)).toEqual(['one', 'two', 'three', 'four', 'five', 'seven']);
});
