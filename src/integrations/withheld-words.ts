import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { loadWithheld } from '../compile/withheld.ts';
import { listCaches } from './purge-caches.ts';
import { findInFolder } from './withheld/find-in-folder.ts';

/** Fails a build where withheld words stand in any file of the site or of a cache, packed or not. It belongs after all that writes. */
export function withheldWords(): AstroIntegration {
  return {
    name: 'upheld:withheld-words',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const root = process.cwd();
        const withheld = loadWithheld(root);
        const site = fileURLToPath(dir);
        const found = [
          ...findInFolder(site, withheld).map((path) => relative(site, path)),
          ...listCaches(root).flatMap((cache) =>
            findInFolder(cache, withheld).map((path) => `${relative(root, path)}, a cache. Delete it`),
          ),
        ];
        if (found.length === 0) return;
        throw new Error(`Words that must never be published stand in:\n${found.map((line) => `  ${line}`).join('\n')}`);
      },
    },
  };
}
