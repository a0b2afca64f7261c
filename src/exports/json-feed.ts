import { toContentHtml } from './atom.ts';
import type { Feed } from './feed.ts';
import { type Publication, toAddress } from './publication.ts';

/** A feed in JSON Feed 1.1. */
export function toJsonFeed(publication: Publication, { title, subtitle, page, path, author, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: subtitle,
    home_page_url: toAddress(publication, page),
    feed_url: toAddress(publication, `${path}feed.json`),
    language: 'en-GB',
    authors: [{ name: author }],
    items: entries.map(({ address, title: own, summary, paragraphs, published, updated, kind }) => ({
      id: address,
      url: address,
      title: own,
      summary,
      content_html: toContentHtml(paragraphs),
      ...(published && { date_published: published }),
      date_modified: updated,
      tags: [kind],
    })),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}
