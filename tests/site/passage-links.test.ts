import { expect, inject, test } from 'vitest';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { byTag, readSite } from './read-site.ts';

const pageByPath = new Map(readSite(inject('site')).map((page) => [page.path, page]));
const { archive } = loadArchive(process.cwd());
if (!archive) throw new Error('The content has problems');
const urlById = new Map(archive.sources.map(({ id, data }) => [id, data.URL]));

test('a quotation leads into every page where its words were found, and into no other', () => {
  for (const { id, checks } of archive.quotes) {
    const page = pageByPath.get(`/quotes/${id}/`);
    const links = page ? byTag(page, 'a').map(({ properties }) => String(properties['href'])) : [];
    const pages = new Set(links.flatMap((link) => (link.includes(':~:text=') ? [link.slice(0, link.indexOf('#'))] : [])));
    const found = checks
      .filter(({ result }) => result === 'verified' || result === 'misplaced')
      .flatMap(({ source }) => urlById.get(source) ?? []);
    expect(pages, id).toEqual(new Set(found.filter((url) => !url.endsWith('.pdf'))));
  }
});
