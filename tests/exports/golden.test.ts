import { expect, test } from 'vitest';
import { toAtom } from '../../src/exports/atom.ts';
import { listDataFiles } from '../../src/exports/data-files.ts';
import { openFeeds } from '../../src/exports/feed.ts';
import { toJsonFeed } from '../../src/exports/json-feed.ts';
import { openJsonLd } from '../../src/exports/json-ld.ts';
import { toOpenSearch } from '../../src/exports/open-search.ts';
import { toWebManifest } from '../../src/exports/web-manifest.ts';
import { buildMadeUp, publication } from './made-up-archive.ts';

const archive = buildMadeUp();
const files = new Map(listDataFiles(archive, publication).map(({ name, content }) => [name, content.toString()]));
const feed = openFeeds(archive, publication)({ kind: 'everything' });
const jsonLd = openJsonLd(archive, publication);
const pretty = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const [decision] = archive.decisions;
const [quote] = archive.quotes;
const [, event] = archive.events;
if (!decision || !quote || !event) throw new Error('The made-up archive lacks a record');

const written: [string, string][] = [
  ...[
    'archive.json',
    'recommendations.csv',
    'recommendations-history.csv',
    'quotes.csv',
    'quotes-checks.csv',
    'evidence.csv',
    'quotes.schema.json',
    'annotations.jsonld',
    'timelinejs.json',
  ].map((name): [string, string] => [name, files.get(name) ?? '']),
  ['feed.xml', toAtom(publication, feed)],
  ['feed.json', toJsonFeed(publication, feed)],
  ['decision.jsonld', pretty(jsonLd.decision(decision))],
  ['quotation.jsonld', pretty(jsonLd.quote(quote, 'A finding.'))],
  ['event.jsonld', pretty(jsonLd.event(event))],
  ['opensearch.xml', toOpenSearch(archive, publication)],
  ['manifest.webmanifest', toWebManifest(archive)],
];

test.each(written)('%s of the made-up archive is as it was', async (name, text) => {
  await expect(text).toMatchFileSnapshot(`__golden__/${name}`);
});
