import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { countExpectedEntries } from '../../src/exports/search-kinds.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { countIndexedEntries } from '../../src/integrations/search-index.ts';
import type { TargetKind } from '../../src/schema/reference.ts';
import { readSite } from './read-site.ts';

const site = inject('site');
const { archive, problems } = loadArchive(process.cwd());
if (!archive) throw new Error('The content has problems');
const pages = readSite(site);
const pageByPath = new Map(pages.map((page) => [page.path, page]));

test('the content has no problem', () => {
  expect(problems).toEqual([]);
});

test('every record has its address in the built site', () => {
  const lost = [...archive.labels.keys()].filter((key) => {
    const [kind, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
    const [path = '', fragment] = archive.urlOf(kind as TargetKind, id).split('#');
    const page = pageByPath.get(path);
    return !page || (fragment !== undefined && !page.ids.includes(fragment));
  });
  expect(lost).toEqual([]);
});

test('every kind with a page of its own has as many pages as records', () => {
  const countUnder = (pattern: RegExp) => pages.filter(({ path }) => pattern.test(path)).length;
  expect({
    decisions: countUnder(/^\/decisions\/[^/]+\/$/),
    events: countUnder(/^\/timeline\/(?!body\/|decision\/|kind\/)[^/]+\/$/),
    bodies: countUnder(/^\/bodies\/[^/]+\/$/),
    themes: countUnder(/^\/themes\/[^/]+\/$/),
    essays: countUnder(/^\/essays\/[^/]+\/$/),
    sources: countUnder(/^\/sources\/[^/]+\/$/),
    quotes: countUnder(/^\/quotes\/(?!decision\/|voice\/|speaker\/|theme\/|check\/)[^/]+\/[^/]+\/$/),
  }).toEqual({
    decisions: archive.decisions.length,
    events: archive.events.length,
    bodies: archive.bodies.length,
    themes: archive.themes.length,
    essays: archive.essays.length,
    sources: archive.sources.length,
    quotes: archive.quotes.length,
  });
});

test('every anchor of a body stands on its page', () => {
  const lost = [...archive.decisions, ...archive.essays].flatMap(({ kind, id, anchors }) => {
    const page = pageByPath.get(archive.urlOf(kind, id));
    return anchors.filter((anchor) => !page?.ids.includes(anchor.id)).map((anchor) => `${id}#${anchor.id}`);
  });
  expect(lost).toEqual([]);
});

test('the search index holds every record of every kind, and nothing else', () => {
  expect(Object.fromEntries(countIndexedEntries(join(site, 'pagefind')))).toEqual(countExpectedEntries(archive));
});
