import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { toBillOfMaterials } from '../exports/bill-of-materials.ts';

/** Publishes with every site the list of the packages that built it. */
export function billOfMaterials(): AstroIntegration {
  return {
    name: 'upheld:bill-of-materials',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = join(fileURLToPath(dir), 'downloads');
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'bill-of-materials.cdx.json'), toBillOfMaterials(readFileSync('package-lock.json', 'utf8')));
      },
    },
  };
}
