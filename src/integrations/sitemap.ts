import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Publication, toAddress } from '../exports/publication.ts';
import { SITEMAP_LIMIT, toSitemap, toSitemapIndex } from '../exports/sitemap.ts';

const CANONICAL = /<link rel="canonical" href="([^"]*)"/;
const NOINDEX = /<meta name="robots" content="[^"]*noindex/;

const toPath = (folder: string, file: string) =>
  `/${relative(folder, file)
    .split(sep)
    .join('/')
    .replace(/(?:^|(?<=\/))index\.html$/, '')}`;

/** The addresses of the built pages that name themselves as canonical and that no index is asked to leave out. */
function listIndexed(folder: string, publication: Publication): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      const html = readFileSync(file, 'utf8');
      const head = html.slice(0, html.indexOf('</head>'));
      const address = toAddress(publication, toPath(folder, file));
      return CANONICAL.exec(head)?.[1] === address && !NOINDEX.test(head) ? [address] : [];
    })
    .toSorted();
}

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
        const addresses = listIndexed(folder, publication);
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
