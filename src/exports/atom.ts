import { escapeHtml } from './escape.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { type Publication, toAddress } from './publication.ts';

const element = (name: string, text: string, attributes = '') => `<${name}${attributes}>${escapeHtml(text)}</${name}>`;

/** Paragraphs as the HTML that stands, escaped once more, in `content`. */
export const toContentHtml = (paragraphs: readonly string[]): string =>
  paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`).join('');

const toAtomEntry = ({ address, title, summary, paragraphs, published, updated, kind }: FeedEntry): string[] => [
  '  <entry>',
  `    ${element('id', address)}`,
  `    ${element('title', title)}`,
  `    <link rel="alternate" type="text/html" href="${escapeHtml(address)}"/>`,
  ...(published ? [`    ${element('published', published)}`] : []),
  `    ${element('updated', updated)}`,
  `    <category term="${kind}"/>`,
  `    ${element('summary', summary)}`,
  `    ${element('content', toContentHtml(paragraphs), ' type="html"')}`,
  '  </entry>',
];

/** A feed in Atom (RFC 4287). Titles and summaries are plain text; the id of an entry is its one address. */
export function toAtom(publication: Publication, { title, subtitle, page, path, author, rights, updated, entries }: Feed): string {
  const self = toAddress(publication, `${path}feed.xml`);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
    `  ${element('id', self)}`,
    `  ${element('title', title)}`,
    `  ${element('subtitle', subtitle)}`,
    `  <link rel="self" type="application/atom+xml" href="${escapeHtml(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escapeHtml(toAddress(publication, page))}"/>`,
    `  ${element('updated', updated)}`,
    `  <author>${element('name', author)}</author>`,
    ...(rights ? [`  ${element('rights', rights)}`] : []),
    ...entries.flatMap(toAtomEntry),
    '</feed>',
  ];
  return `${lines.join('\n')}\n`;
}
