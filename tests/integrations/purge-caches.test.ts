import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { purgeCaches } from '../../src/integrations/purge-caches.ts';
import { makeFolder } from '../builders/files.ts';

test('a purge leaves the sites that are published and nothing else that holds words', () => {
  const root = makeFolder({
    '.upheld/compiled/a.json': '{}',
    '.upheld/search/kept/a.pf_fragment': '',
    '.upheld/a-cache-of-tomorrow/a': '',
    '.upheld/import-1.jsonl': '',
    '.upheld/astro/b': '',
    '.upheld/released/c.jsonl': '',
    '.upheld/builds/site-1/index.html': '',
    '.upheld/builds/site-2/index.html': '',
    '.upheld/builds/site-3/index.html': '',
  });
  symlinkSync('.upheld/builds/site-1', join(root, 'dist'));
  symlinkSync('builds/site-2', join(root, '.upheld/preview'));
  purgeCaches(root, 'dist');
  const left = [
    '.upheld/compiled',
    '.upheld/search',
    '.upheld/a-cache-of-tomorrow',
    '.upheld/import-1.jsonl',
    '.upheld/astro',
    '.upheld/released',
    '.upheld/builds/site-1',
    '.upheld/builds/site-2',
    '.upheld/builds/site-3',
  ].filter((path) => existsSync(join(root, path)));
  expect(left).toEqual(['.upheld/import-1.jsonl', '.upheld/released', '.upheld/builds/site-1', '.upheld/builds/site-2']);
});

test('where nothing was built there is nothing to purge', () => {
  expect(() => purgeCaches(makeFolder({}), 'dist')).not.toThrow();
});
