import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { openShareCards } from '../../src/exports/share-cards.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { FRAMED } from '../../src/graph/urls.ts';
import { byTag, type BuiltPage, readSite } from './read-site.ts';

const site = inject('site');
const pages = readSite(site).filter(({ path }) => path !== '/404.html' && !path.startsWith(FRAMED));
const { archive } = loadArchive(process.cwd());
if (!archive) throw new Error('The content has problems');
const cards = openShareCards(archive);

const metaOf = (page: BuiltPage, property: string) => {
  const found = byTag(page, 'meta').filter(({ properties }) => properties['property'] === property);
  return found.length === 1 ? String(found[0]?.properties['content']) : undefined;
};
const pictureOf = (page: BuiltPage) => new URL(metaOf(page, 'og:image') ?? 'missing:').pathname;

test('every page says once what others may show of it, with a picture that is there and words for it', () => {
  const faults = pages.flatMap((page) => {
    const tags = ['title', 'description', 'type', 'url', 'image', 'image:alt'].map((name) => `og:${name}`);
    const missing = tags.filter((tag) => !metaOf(page, tag));
    const path = new URL(metaOf(page, 'og:url') ?? 'missing:').pathname;
    return [
      ...missing.map((tag) => `${page.path}: ${tag}`),
      ...(path === page.path ? [] : [`${page.path}: og:url is ${path}`]),
      ...(existsSync(join(site, pictureOf(page))) ? [] : [`${page.path}: no ${pictureOf(page)}`]),
    ];
  });
  expect(faults).toEqual([]);
});

test('each decision, event and quotation has its own picture, and no picture is there for nothing', () => {
  const pageByPath = new Map(pages.map((page) => [page.path, page]));
  const own = [
    ...archive.decisions.map((decision) => [`/decisions/${decision.id}/`, cards.decision(decision)] as const),
    ...archive.events.map((event) => [`/timeline/${event.id}/`, cards.event(event)] as const),
    ...archive.quotes.map((quote) => [`/quotes/${quote.id}/`, cards.quote(quote)] as const),
  ];
  for (const [path, card] of own) {
    const page = pageByPath.get(path);
    expect(page && pictureOf(page), path).toBe(card.path);
    expect(page && metaOf(page, 'og:image:alt'), path).toContain(`${card.voice}. ${card.reference}. ${card.note}`);
  }
  const files = readdirSync(join(site, 'cards'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.png'));
  expect(files.map((name) => `/cards/${name.replaceAll('\\', '/')}`).toSorted()).toEqual(
    cards
      .list()
      .map(({ path }) => path)
      .toSorted(),
  );
});
