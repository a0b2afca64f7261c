import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { listDataFiles } from '../../src/exports/data-files.ts';
import { type JsonLd, openJsonLd, writeJsonLd } from '../../src/exports/json-ld.ts';
import { expand, readStatements } from './linked-data.ts';
import { buildMadeUp, hostile, publication } from './made-up-archive.ts';

const archive = buildMadeUp({
  publisher: 'A made-up publisher',
  wordsLicence: { name: 'CC BY 4.0', address: 'https://licence.example/by' },
});
const first = <T>(items: readonly T[]): T => {
  const [item] = items;
  if (item === undefined) throw new Error('nothing there');
  return item;
};
const jsonLd = openJsonLd(archive, publication);
const quote = archive.quotes.find(({ id }) => id.endsWith('/hostile')) ?? first(archive.quotes);
const documents: [string, JsonLd][] = [
  ['a decision', jsonLd.decision(first(archive.decisions))],
  ['a quotation', jsonLd.quote(quote, 'The complainant’s case')],
  ['a quotation of a source', jsonLd.quote(archive.quotes.at(-1) ?? quote, 'Comment')],
  ['an event', jsonLd.event(first(archive.events))],
  ['an essay', jsonLd.essay(first(archive.essays))],
  ['the site', jsonLd.site()],
  ['the data', jsonLd.dataset(listDataFiles(archive, publication))],
];

describe.each(documents)('the JSON-LD of %s', (_, data) => {
  test('parses, and every term means something', async () => {
    expect(await readStatements(data)).toMatch(/^<https:\/\/record\.example\/archive\//m);
  });

  test('is about its one address', async () => {
    const [node] = await expand(data);
    expect(node?.['@id']).toMatch(/^https:\/\/record\.example\/archive\//);
    expect(node?.['@type']).toHaveLength(1);
  });

  test('stands in a page as data and cannot end its element', () => {
    const html = `<script type="application/ld+json">${writeJsonLd(data)}</script>`;
    const scripts: string[] = [];
    const tree = rehype().data('settings', { fragment: true }).parse(html);
    visit(tree, 'element', (element) => {
      const [child] = element.children;
      scripts.push(child?.type === 'text' ? child.value : '');
    });
    expect(scripts).toHaveLength(1);
    expect(JSON.parse(first(scripts))).toEqual(data);
    expect(writeJsonLd(data)).not.toContain('<');
  });
});

test('a quotation says its words as they are, whose they are, and what they are part of', async () => {
  const [node] = await expand(documents[1]?.[1] ?? {});
  expect(node?.['http://schema.org/text']).toEqual([{ '@value': hostile }]);
  expect(JSON.stringify(node?.['http://schema.org/spokenByCharacter'])).toContain('Ms Q');
  expect(JSON.stringify(node?.['http://schema.org/isPartOf'])).toContain('11 222 333');
});

test('a decision is a report by the ombudsmen, and our page an article about it', async () => {
  const [node] = await expand(documents[0]?.[1] ?? {});
  expect(node?.['@type']).toEqual(['http://schema.org/Article']);
  const [about] = node?.['http://schema.org/about'] as Record<string, unknown>[];
  expect(about).toMatchObject({ '@type': ['http://schema.org/Report'], 'http://schema.org/reportNumber': [{ '@value': '11 222 333' }] });
});

test('the date of a decision that is not known to be plain is left out', () => {
  const decision = first(archive.decisions);
  const uncertain = jsonLd.decision({ ...decision, data: { ...decision.data, date: '2020-03?' } });
  expect(JSON.stringify(uncertain)).not.toContain('dateCreated');
});
