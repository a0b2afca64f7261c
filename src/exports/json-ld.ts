import type { Article, CreativeWork, Dataset, Organization, Person, Quotation, Report, Thing, WebSite, WithContext } from 'schema-dts';
import type { Archive, Entry, QuoteEntry } from '../graph/archive.ts';
import { toMachineDate } from '../graph/date-text.ts';
import type { DataFile } from './data-file.ts';
import { dataVersion } from './data-version.ts';
import { addressOf, type Publication, toAddress } from './publication.ts';
import { openSpeakers } from './speaker.ts';

/*
 * Which type of schema.org each page is. A decision is a Report, since Legislation would say that it binds; our page is
 * an Article about it, and never the Report itself. A quotation is a Quotation. An event is a CreativeWork about a time
 * (`temporalCoverage`): Event is for what one can attend, wants a place, and cannot hold a date that is not known to the
 * day, and many of ours are things that did not happen.
 */

/** JSON-LD in the words of schema.org. */
export type JsonLd = WithContext<Exclude<Thing, string>>;

const CONTEXT = 'https://schema.org';

const home = ({ settings }: Archive, publication: Publication) =>
  ({ '@type': 'WebSite', '@id': toAddress(publication, '/'), name: settings.title }) satisfies WebSite;

/** What every work of ours says of itself. */
const ours = (archive: Archive, publication: Publication) => ({
  inLanguage: 'en-GB',
  isPartOf: home(archive, publication),
  ...(archive.settings.publisher && { publisher: { '@type': 'Organization' as const, name: archive.settings.publisher } }),
  ...(archive.settings.wordsLicence && { license: archive.settings.wordsLicence.address }),
});

function toOrganization(archive: Archive, publication: Publication, body: string): Exclude<Organization, string> {
  const name = archive.bodies.find(({ id }) => id === body)?.data.name ?? body;
  return { '@type': 'Organization', name, url: addressOf(publication, 'body', body) };
}

const urlOfSource = (archive: Archive, source: string | undefined) => archive.sources.find(({ id }) => id === source)?.data.URL;

const toReport = (archive: Archive, publication: Publication, { data }: Entry<'decision'>) =>
  ({
    '@type': 'Report',
    name: `Decision ${data.ref}`,
    reportNumber: data.ref,
    author: toOrganization(archive, publication, data.decidedBy),
    ...(toMachineDate(data.date) && { dateCreated: toMachineDate(data.date) ?? '' }),
    hasPart: data.statements.flatMap(({ ref, refInferred, body, source }) => {
      const url = urlOfSource(archive, source);
      return url && ref && !refInferred
        ? [{ '@type': 'Report' as const, reportNumber: ref, url, about: toOrganization(archive, publication, body) }]
        : [];
    }),
  }) satisfies Report;

/** Our page about a decision. */
export function toDecisionJsonLd(archive: Archive, publication: Publication, decision: Entry<'decision'>): WithContext<Article> {
  const address = addressOf(publication, 'decision', decision.id);
  const { ref, title, summary } = decision.data;
  const about = toReport(archive, publication, decision);
  return {
    '@context': CONTEXT,
    '@type': 'Article',
    '@id': address,
    url: address,
    headline: `${ref}: ${title}`,
    abstract: summary,
    ...ours(archive, publication),
    about,
  };
}

/** A quotation; `description` says its voice and how far it was checked. */
export function toQuoteJsonLd(archive: Archive, publication: Publication, quote: QuoteEntry, description: string): WithContext<Quotation> {
  const { id, owner, data } = quote;
  const address = addressOf(publication, 'quote', id);
  const decision = archive.decisions.find((one) => one.id === owner.id);
  const source = archive.sources.find((one) => one.id === owner.id);
  const name = openSpeakers(archive)(quote);
  const spokenByCharacter: Exclude<Organization | Person, string> = data.speaker.body
    ? toOrganization(archive, publication, data.speaker.body)
    : { '@type': 'Person', name, ...(data.speaker.person && { url: addressOf(publication, 'person', data.speaker.person) }) };
  const from: Exclude<CreativeWork, string> = decision
    ? { ...toReport(archive, publication, decision), url: addressOf(publication, 'decision', decision.id) }
    : { '@type': 'CreativeWork', name: source?.data.title ?? owner.id, url: addressOf(publication, 'source', owner.id) };
  return {
    '@context': CONTEXT,
    '@type': 'Quotation',
    '@id': address,
    url: address,
    text: data.text,
    description,
    spokenByCharacter,
    isPartOf: from,
  };
}

/** An event of the timeline, as a statement about a time. */
export function toEventJsonLd(archive: Archive, publication: Publication, { id, data }: Entry<'event'>): WithContext<CreativeWork> {
  const address = addressOf(publication, 'event', id);
  return {
    '@context': CONTEXT,
    '@type': 'CreativeWork',
    '@id': address,
    url: address,
    name: data.title,
    temporalCoverage: data.date,
    ...ours(archive, publication),
    citation: [...new Set(data.evidence.map(({ source }) => addressOf(publication, 'source', source)))],
    about: data.bodies.map((body) => toOrganization(archive, publication, body)),
  };
}

export function toEssayJsonLd(archive: Archive, publication: Publication, { id, data }: Entry<'essay'>): WithContext<Article> {
  const address = addressOf(publication, 'essay', id);
  return {
    '@context': CONTEXT,
    '@type': 'Article',
    '@id': address,
    url: address,
    headline: data.title,
    abstract: data.summary,
    ...ours(archive, publication),
  };
}

/** The whole site, with its search. */
export function toSiteJsonLd(archive: Archive, publication: Publication): WithContext<WebSite> {
  const { isPartOf, ...rest } = ours(archive, publication);
  return { '@context': CONTEXT, ...isPartOf, url: isPartOf['@id'], description: archive.settings.subject, ...rest };
}

/** The data, with every file that holds some. */
export function toDatasetJsonLd(archive: Archive, publication: Publication, files: readonly DataFile[]): WithContext<Dataset> {
  const address = toAddress(publication, '/data/');
  const { subject, title, asOf } = archive.settings;
  return {
    '@context': CONTEXT,
    '@type': 'Dataset',
    '@id': address,
    url: address,
    name: `${title}: the data`,
    description: `${subject} Every record with its sources, as JSON and CSV.`,
    version: `${dataVersion}, brought up to ${asOf}`,
    isAccessibleForFree: true,
    usageInfo: `${address}#s-rights`,
    ...ours(archive, publication),
    distribution: files
      .filter(({ count }) => count !== undefined)
      .map(({ name, title: label, mediaType, bytes, sha256 }) => ({
        '@type': 'DataDownload',
        name: label,
        contentUrl: toAddress(publication, `/data/${name}`),
        encodingFormat: mediaType,
        contentSize: `${bytes} B`,
        sha256,
      })),
  };
}

/** JSON-LD as it may stand in a `script` of HTML: nothing in it can end the element or open a comment. */
export const writeJsonLd = (data: JsonLd): string => JSON.stringify(data).replaceAll('<', '\\u003c');
