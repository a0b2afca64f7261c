import type { Archive } from '../graph/archive.ts';
import { shorten } from '../graph/labels.ts';
import { escapeHtml } from './escape.ts';
import { type Publication, toAddress } from './publication.ts';

/** Lengths that OpenSearch 1.1 sets for a short name and a description. */
const [SHORT, LONG] = [16, 1024];

const fit = (text: string, longest: number) => (text.length <= longest ? text : shorten(text, longest - 2));

/** The OpenSearch description of the site's search, by which a browser can offer it. */
export function toOpenSearch({ settings }: Pick<Archive, 'settings'>, publication: Publication): string {
  const element = (name: string, text: string) => `  <${name}>${escapeHtml(text)}</${name}>`;
  const at = (path: string) => escapeHtml(toAddress(publication, path));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    element('ShortName', fit(settings.title, SHORT)),
    element('Description', fit(settings.subject, LONG)),
    ...(settings.contact ? [element('Contact', settings.contact)] : []),
    `  <Url type="text/html" method="get" template="${at('/search/')}?q={searchTerms}"/>`,
    `  <Url type="application/opensearchdescription+xml" rel="self" template="${at('/opensearch.xml')}"/>`,
    `  <Image height="16" width="16" type="image/svg+xml">${at('/icon.svg')}</Image>`,
    element('Language', 'en-GB'),
    element('InputEncoding', 'UTF-8'),
    element('OutputEncoding', 'UTF-8'),
    '</OpenSearchDescription>',
    '',
  ].join('\n');
}
