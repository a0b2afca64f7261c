import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex } from 'pagefind';

/** Writes the Pagefind index of the built site, and fails the build where it cannot. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'upheld:search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const { index, errors } = await createIndex({ forceLanguage: 'en' });
        if (!index || errors.length > 0) throw new Error(`The search index cannot be made: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path: site });
        const written = await index.writeFiles({ outputPath: `${site}/pagefind` });
        const faults = [...added.errors, ...written.errors];
        if (faults.length > 0) throw new Error(`The search index cannot be written: ${faults.join('; ')}`);
        logger.info(`${added.page_count} pages indexed`);
      },
    },
  };
}
