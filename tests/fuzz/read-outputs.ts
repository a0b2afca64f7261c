import { parse } from 'csv-parse/sync';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';
import { toAtom } from '../../src/exports/atom.ts';
import { listBibliography } from '../../src/exports/citable.ts';
import { listDataFiles } from '../../src/exports/data-files.ts';
import { openFeeds } from '../../src/exports/feed.ts';
import { toJsonFeed } from '../../src/exports/json-feed.ts';
import { type Publication, toAddress } from '../../src/exports/publication.ts';
import { listSearchRecords } from '../../src/exports/search-records.ts';
import type { Archive } from '../../src/graph/archive.ts';
import { readXml } from '../exports/validate-xml.ts';

/** The strings that a program reads in one output. In prose, white space is laid out anew. */
export interface Output {
  name: string;
  strings: string[];
  prose: boolean;
}

const ATOM = { a: 'http://www.w3.org/2005/Atom' };
const html = rehype().data('settings', { fragment: true });

/** Every string in a value, keys included. */
export const listStrings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value instanceof Object
      ? Object.entries(value).flatMap(([key, inner]) => [key, ...listStrings(inner)])
      : [];

/** What a reader of a piece of HTML sees, and what its attributes hold. */
function readHtml(source: string): string[] {
  let words = '';
  const attributes: string[] = [];
  visit(html.parse(source), (node) => {
    if (node.type === 'text') words += node.value;
    if (node.type === 'element')
      attributes.push(...Object.values(node.properties).flatMap((value) => (typeof value === 'string' ? [value] : [])));
  });
  return [words, ...attributes];
}

const unguard = (cell: string) => cell.replace(/^'/, '');

/** The strings of every cell of a CSV file, as somebody else's program reads them. */
export const readCsv = (text: string): string[] => parse(text).flatMap((row: string[]) => row.map(unguard));

/** Strings of a feed: titles and summaries as they are, contents as the HTML that they hold. */
export const readAtom = (xml: string): string[] => [
  ...readXml(xml, '//a:title | //a:summary | //a:name', ATOM),
  ...readXml(xml, '//a:content', ATOM).flatMap(readHtml),
];

/** Strings of a JSON Feed, the contents as the HTML that they hold. */
export function readJsonFeed(text: string): string[] {
  const { items, ...rest }: { items: { content_html: string }[] } = JSON.parse(text);
  return [...listStrings(rest), ...items.flatMap(({ content_html, ...item }) => [...listStrings(item), ...readHtml(content_html)])];
}

const publication: Publication = { site: 'https://record.example', base: '/' };

/** What every program that reads the archive reads, pages apart. */
export function listOutputs(archive: Archive): Output[] {
  const files = listDataFiles(archive, publication);
  const textsOf = (ending: RegExp) => files.filter(({ name }) => ending.test(name)).map(({ content }) => content.toString('utf8'));
  const feed = openFeeds(archive, publication)({ kind: 'everything' });
  return [
    { name: 'JSON', prose: false, strings: textsOf(/(?<!schema|timelinejs)\.json$/).flatMap((text) => listStrings(JSON.parse(text))) },
    // TimelineJS reads what it is given as HTML.
    { name: 'TimelineJS', prose: true, strings: textsOf(/timelinejs/).flatMap((text) => listStrings(JSON.parse(text)).flatMap(readHtml)) },
    { name: 'annotations', prose: false, strings: textsOf(/\.jsonld$/).flatMap((text) => listStrings(JSON.parse(text))) },
    { name: 'CSV', prose: false, strings: textsOf(/\.csv$/).flatMap(readCsv) },
    { name: 'Atom', prose: true, strings: readAtom(toAtom(publication, feed)) },
    { name: 'JSON Feed', prose: true, strings: readJsonFeed(toJsonFeed(publication, feed)) },
    {
      name: 'CSL-JSON',
      prose: false,
      strings: listStrings(listBibliography(archive, (kind, id) => toAddress(publication, archive.urlOf(kind, id)))),
    },
    { name: 'search', prose: true, strings: listStrings(listSearchRecords(archive)) },
  ];
}
