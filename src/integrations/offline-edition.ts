import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { openFileDigests } from '../build/file-digests.ts';
import { replaceFile } from '../build/outputs.ts';
import { getSession } from '../build/session.ts';
import { sumStage } from '../compile/stages.ts';
import type { Publication } from '../exports/publication.ts';
import { formatBytes } from '../exports/size-words.ts';
import { getArchive } from '../graph/shared-archive.ts';
import { EDITION } from './offline/edition-files.ts';
import { printSize } from './offline/size-mark.ts';
import { writeEdition } from './offline/write-edition.ts';

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
      'astro:build:done': async ({ dir }) => {
        const site = fileURLToPath(dir);
        const { title, asOf } = getArchive(process.cwd()).settings;
        const digestOf = openFileDigests(site);
        const source = { site, previous: getSession().previous?.folder, digestFile: (file: string) => digestOf(file).sha256 };
        const { files, packed, bytes, sized } = await writeEdition(source, join(site, EDITION), { title, asOf, publication });
        // It is known only when all pages are written, so the copy itself does not have it.
        for (const path of sized.map((page) => join(site, page)))
          replaceFile(path, printSize(readFileSync(path, 'utf8'), formatBytes(bytes)));
        sumStage(`${packed} files packed, ${files - packed} as before, ${formatBytes(bytes)}`);
      },
    },
  };
}
