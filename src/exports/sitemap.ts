import { escapeHtml } from './escape.ts';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** The most addresses that one sitemap may hold. */
export const SITEMAP_LIMIT = 50_000;

const list = (root: string, item: string, addresses: readonly string[]) =>
  [
    HEAD,
    `<${root} xmlns="${NAMESPACE}">`,
    ...addresses.map((address) => `  <${item}><loc>${escapeHtml(address)}</loc></${item}>`),
    `</${root}>`,
    '',
  ].join('\n');

/** A sitemap of these addresses. It says nothing of when they changed, which no build knows. */
export const toSitemap = (addresses: readonly string[]): string => list('urlset', 'url', addresses);

export const toSitemapIndex = (sitemaps: readonly string[]): string => list('sitemapindex', 'sitemap', sitemaps);
