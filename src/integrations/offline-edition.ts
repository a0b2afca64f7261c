import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { replaceFile } from '../build/outputs.ts';
import type { Publication } from '../exports/publication.ts';
import { formatBytes } from '../exports/size-words.ts';
import { getArchive } from '../graph/shared-archive.ts';
import { EDITION } from './offline/edition-files.ts';
import { SIZE_MARK, writeEdition } from './offline/write-edition.ts';

const MARKED = new RegExp(String.raw`(<[a-z]+[^>]*\b${SIZE_MARK}\b[^>]*>)[^<]*`, 'g');

/** Prints the size where the pages have a place for it: it is known only when they are all written. */
function printSize(site: string, pages: readonly string[], bytes: number): void {
  for (const page of pages) {
    const path = join(site, page);
    replaceFile(
      path,
      readFileSync(path, 'utf8').replace(MARKED, (_, tag: string) => tag + formatBytes(bytes)),
    );
  }
}

/**
 * Writes the whole site once more as one ZIP file that opens from a disk. It belongs after whatever writes pages, and before what
 * reads the finished site: sums, and the check of permalinks, since the file is itself an address that must land.
 */
export function offlineEdition(): AstroIntegration {
  let publication: Publication = { site: '', base: '/' };
  return {
    name: 'upheld:offline-edition',
    hooks: {
      'astro:config:done': ({ config }) => {
        publication = { site: config.site ?? '', base: config.base };
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const { title, asOf } = getArchive(process.cwd()).settings;
        const { files, bytes, sized } = await writeEdition(site, join(site, EDITION), { title, asOf, publication });
        printSize(site, sized, bytes);
        logger.info(`${files} files in ${EDITION}, ${formatBytes(bytes)}`);
      },
    },
  };
}
