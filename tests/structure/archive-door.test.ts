import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
// What pages read must be noted, which is done by archive.ts alone; see the words at its beginning.
const BEHIND =
  /\bfrom '[^']*\/(?:build\/[^']*|graph\/(?:shared-archive|load-archive|page-graph|lookups|later|process-wide)|exports\/page-exports)\.ts'/;
// A variable of a module outlives the page that filled it, and the next page would not be known to depend on what it holds.
const KEPT = /^(?:export )?(?:let|var)\s|^(?:export )?const \w+(?:: [^=]+)? = (?:new (?:Map|Set|WeakMap)(?:<[^>]*>)?\(\)|\[\]|\{\});/m;

const files = ['components', 'layouts', 'pages'].flatMap((folder) =>
  readdirSync(join(ROOT, 'src', folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|astro|mdx)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name)),
);

const findIn = (pattern: RegExp, text: (path: string) => string) =>
  files.flatMap((path) => {
    const found = pattern.exec(text(path))?.[0];
    return found ? [`${relative(ROOT, path)}: ${found.trim()}`] : [];
  });

const read = (path: string) => readFileSync(path, 'utf8');
/** What a module of server code does when it loads; the front matter of a component runs for every page. */
const readModule = (path: string) => (path.endsWith('.ts') ? read(path) : '');

test('pages and components read the archive through archive.ts alone', () => {
  expect(files.length).toBeGreaterThan(150);
  expect(findIn(BEHIND, read)).toEqual([]);
});

test('no module of theirs keeps anything from one page to the next', () => {
  expect(findIn(KEPT, readModule)).toEqual([]);
});

test.each([
  "import { getArchive } from '../../graph/shared-archive.ts';",
  "import { openLookups } from '../../graph/lookups.ts';",
  "import { defineRead } from '../../build/reads.ts';",
])('%s is found', (text) => {
  expect(BEHIND.test(text)).toBe(true);
});

test.each(['let last: string | undefined;', 'const seen = new Map<string, string>();', 'export const rows: string[] = [];'])(
  '%s is found',
  (text) => {
    expect(KEPT.test(text)).toBe(true);
  },
);
