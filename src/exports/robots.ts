import { type Publication, toAddress } from './publication.ts';

/** robots.txt: everything may be read; where the list of pages is. */
export const toRobots = (publication: Publication): string =>
  `User-agent: *\nAllow: /\n\nSitemap: ${toAddress(publication, '/sitemap-index.xml')}\n`;
