import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getSession } from '../build/session.ts';
import { type Publication, toAddress } from '../exports/publication.ts';
import { SITEMAP_LIMIT, toSitemap, toSitemapIndex } from '../exports/sitemap.ts';

const toPath = (file: string) => `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`;

/** The addresses of the pages that name themselves as canonical and that no index is asked to leave out. */
const listIndexed = (publication: Publication): string[] =>
  [...getSession().outputs.values()]
    .flatMap(({ file, canonical }) => (canonical === toAddress(publication, toPath(file)) ? [canonical] : []))
    .toSorted();

/**
 * Writes sitemap-index.xml and its sitemaps from what was built. `@astrojs/sitemap` lists routes, and does not know
 * which pages name another as canonical or ask not to be indexed.
 */
export function sitemap(): AstroIntegration {
  let publication: Publication = { site: '', base: '/' };
  return {
    name: 'upheld:sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        publication = { site: config.site ?? '', base: config.base };
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const addresses = listIndexed(publication);
        const names: string[] = [];
        for (let start = 0; start < addresses.length; start += SITEMAP_LIMIT) {
          const name = `sitemap-${names.length}.xml`;
          writeFileSync(join(folder, name), toSitemap(addresses.slice(start, start + SITEMAP_LIMIT)));
          names.push(name);
        }
        writeFileSync(join(folder, 'sitemap-index.xml'), toSitemapIndex(names.map((name) => toAddress(publication, `/${name}`))));
      },
    },
  };
}
