import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { citableKinds, toCitable } from '../../src/exports/citable.ts';
import type { AddressOf } from '../../src/exports/csl.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { bibliographyUrlOf, citeFormats, citeUrlOf } from '../../src/graph/urls.ts';
import { records } from '../exports/made-up.ts';
import { type Head, readAsZotero } from '../exports/read-as-zotero.ts';
import { byTag, type BuiltPage, readSite, textOf } from './read-site.ts';

const site = inject('site');
const pageByPath = new Map(readSite(site).map((page) => [page.path, page]));
const { archive } = loadArchive(process.cwd());
if (!archive) throw new Error('The content has problems');
const all = records(archive);

const attribute = (page: BuiltPage, tag: string, name: string) =>
  byTag(page, tag)
    .map(({ properties }) => properties[name])
    .find((value) => typeof value === 'string');

function headOf(page: BuiltPage): Head {
  const metas = byTag(page, 'meta').flatMap(({ properties: { name, property, content } }) => {
    const key = name ?? property;
    return typeof key === 'string' && typeof content === 'string' ? [{ name: key, content }] : [];
  });
  const canonical = byTag(page, 'link').find(({ properties }) => String(properties['rel']) === 'canonical')?.properties['href'];
  const byline = page.elements.find(
    ({ properties }) => /byline|vcard/i.test(String(properties['className'])) || String(properties['rel']) === 'author',
  );
  const [title] = byTag(page, 'title').map(textOf);
  return {
    metas,
    title: title ?? '',
    canonical: String(canonical),
    language: 'en-GB',
    firstTime: attribute(page, 'time', 'dateTime'),
    byline: byline && textOf(byline),
  };
}

const origin = new URL(headOf(pageByPath.get('/') ?? [...pageByPath.values()][0]!).canonical).origin;
const addressOf: AddressOf = (kind, id) => `${origin}${archive.urlOf(kind, id)}`;
const pageOf = (kind: (typeof all)[number][0], id: string) => pageByPath.get(citeUrlOf(kind, id, 'bib').replace('cite.bib', ''));

test('every decision, quotation, event, essay and source has its box and its three files', () => {
  const lost = all.flatMap(([kind, id]) => {
    const page = pageOf(kind, id);
    const files = citeFormats.filter((format) => !existsSync(join(site, citeUrlOf(kind, id, format))));
    return [...(page?.ids.includes('s-cite') ? [] : [`${kind} ${id}: no box`]), ...files.map((format) => `${kind} ${id}: no ${format}`)];
  });
  expect(lost).toEqual([]);
  expect(new Set(all.map(([kind]) => kind))).toEqual(new Set(citableKinds));
});

test('the bibliography has every source', () => {
  const items = JSON.parse(readFileSync(join(site, bibliographyUrlOf('json')), 'utf8')) as { id: string }[];
  expect(archive.sources.filter(({ id }) => !items.some((item) => item.id === id))).toEqual([]);
});

describe('Zotero', () => {
  test('saves every decision as a case, with the reference, date, bodies and address that our citation has', () => {
    for (const { id } of archive.decisions) {
      const page = pageOf('decision', id);
      const { item } = toCitable(archive, 'decision', id, addressOf);
      const { itemType, fields, creators } = readAsZotero(headOf(page!));
      expect(itemType).toBe('case');
      expect(fields).toMatchObject({ title: item.title, docketNumber: item.number, court: item.authority, url: item.URL });
      expect(item.issued).toEqual({ 'date-parts': [fields['date']?.split('-').map(Number)] });
      expect(creators.map(({ lastName }) => ({ literal: lastName }))).toEqual(item.author);
    }
  });

  test('saves every other page with its own title, and never with a date that was picked up from the text', () => {
    const faults = all.flatMap(([kind, id]) => {
      const { items } = toCitable(archive, kind, id, addressOf);
      const { fields, creators } = readAsZotero(headOf(pageOf(kind, id)!));
      const dated = items[0]?.issued ? /^\d{4}/.test(fields['date'] ?? '') : fields['date'] === 'n.d.';
      const wellNamed = creators.length === (items[0]?.author?.length ?? 0) + (items[0]?.editor?.length ?? 0);
      return fields['title'] === items[0]?.title && dated && wellNamed ? [] : [`${kind} ${id}: ${JSON.stringify({ fields, creators })}`];
    });
    expect(faults).toEqual([]);
  });
});

test('JSON-LD on a decision page says the same title, reference, date and address', () => {
  for (const { id } of archive.decisions) {
    const data = byTag(pageOf('decision', id)!, 'script')
      .filter(({ properties }) => properties['type'] === 'application/ld+json')
      .map(textOf)
      .join(' ');
    if (data === '') continue;
    const { item } = toCitable(archive, 'decision', id, addressOf);
    for (const value of [item.title, item.number, item.URL]) expect(data).toContain(JSON.stringify(value).slice(1, -1));
  }
});
