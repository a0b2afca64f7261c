import type { Article, CreativeWork, Dataset, Organization, Person, Quotation, Report, Thing, WebSite, WithContext } from 'schema-dts';
import type { Archive, Entry, QuoteEntry } from '../graph/archive.ts';
import { toMachineDate } from '../graph/date-text.ts';
import { findById } from '../graph/find-by-id.ts';
import type { DataFileFacts } from './data-file.ts';
import { dataVersion } from './data-version.ts';
import { toSourceItem } from './csl.ts';
import { type Publication, toAddress } from './publication.ts';
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

/** Writes what each page is, in the words of schema.org. */
export function openJsonLd(archive: Archive, publication: Publication) {
  const { title, subject, publisher, wordsLicence, asOf } = archive.settings;
  const bodyById = new Map(archive.bodies.map(({ id, data }) => [id, data]));
  const sourceById = new Map(archive.sources.map(({ id, data }) => [id, data]));
  const decisionById = new Map(archive.decisions.map((decision) => [decision.id, decision]));
  const nameSpeaker = openSpeakers(archive);

  const home = { '@type': 'WebSite', '@id': toAddress(publication, '/'), name: title } as const;
  /** What every work of ours says of itself. */
  const ours = {
    inLanguage: 'en-GB',
    ...(publisher && { publisher: { '@type': 'Organization' as const, name: publisher } }),
    ...(wordsLicence && { license: wordsLicence.address }),
  };
  const own = (address: string) => ({ '@context': CONTEXT, '@id': address, url: address }) as const;

  const toOrganization = (body: string): Exclude<Organization, string> => ({
    '@type': 'Organization',
    name: bodyById.get(body)?.name ?? body,
    url: toAddress(publication, archive.urlOf('body', body)),
  });

  const toReport = ({ data }: Entry<'decision'>) =>
    ({
      '@type': 'Report',
      name: `Decision ${data.ref}`,
      reportNumber: data.ref,
      author: toOrganization(data.decidedBy),
      ...(toMachineDate(data.date) && { dateCreated: toMachineDate(data.date) ?? '' }),
      hasPart: data.statements.flatMap(({ ref, refInferred, body, source }) => {
        const page = source === undefined ? undefined : findById(archive.sources, source);
        const url = page?.data.URL;
        // The name is that of the citation, so that every description of a statement agrees.
        return page && url && ref && !refInferred
          ? [{ '@type': 'Report' as const, name: toSourceItem(page).title, reportNumber: ref, url, about: toOrganization(body) }]
          : [];
      }),
    }) satisfies Report;

  const toOrigin = ({ owner }: QuoteEntry): Exclude<CreativeWork, string> => {
    const url = toAddress(publication, archive.urlOf(owner.kind, owner.id));
    const decision = decisionById.get(owner.id);
    return decision ? { ...toReport(decision), url } : { '@type': 'CreativeWork', name: sourceById.get(owner.id)?.title ?? owner.id, url };
  };

  const toSpeaker = (quote: QuoteEntry): Exclude<Organization | Person, string> => {
    const { body, person } = quote.data.speaker;
    if (body) return toOrganization(body);
    return { '@type': 'Person', name: nameSpeaker(quote), ...(person && { url: toAddress(publication, archive.urlOf('person', person)) }) };
  };

  return {
    /** Our page about a decision. */
    decision: (decision: Entry<'decision'>): WithContext<Article> => ({
      ...own(toAddress(publication, archive.urlOf('decision', decision.id))),
      '@type': 'Article',
      headline: `${decision.data.ref}: ${decision.data.title}`,
      abstract: decision.data.summary,
      ...ours,
      isPartOf: home,
      about: toReport(decision),
    }),

    /** A quotation; `description` says its voice and how far it was checked. */
    quote: (quote: QuoteEntry, description: string): WithContext<Quotation> => ({
      ...own(toAddress(publication, archive.urlOf('quote', quote.id))),
      '@type': 'Quotation',
      text: quote.data.text,
      description,
      spokenByCharacter: toSpeaker(quote),
      isPartOf: toOrigin(quote),
    }),

    /** An event of the timeline, as a statement about a time. */
    event: ({ id, data }: Entry<'event'>): WithContext<CreativeWork> => ({
      ...own(toAddress(publication, archive.urlOf('event', id))),
      '@type': 'CreativeWork',
      name: data.title,
      temporalCoverage: data.date,
      ...ours,
      isPartOf: home,
      citation: [...new Set(data.evidence.map(({ source }) => toAddress(publication, archive.urlOf('source', source))))],
      about: data.bodies.map(toOrganization),
    }),

    essay: ({ id, data }: Entry<'essay'>): WithContext<Article> => ({
      ...own(toAddress(publication, archive.urlOf('essay', id))),
      '@type': 'Article',
      headline: data.title,
      abstract: data.summary,
      ...ours,
      isPartOf: home,
    }),

    /** The whole site. */
    site: (): WithContext<WebSite> => ({ ...own(home['@id']), ...home, description: subject, ...ours }),

    /** The data, with every file that holds some. */
    dataset: (files: readonly DataFileFacts[]): WithContext<Dataset> => {
      const address = toAddress(publication, '/data/');
      return {
        ...own(address),
        '@type': 'Dataset',
        name: `${title}: the data`,
        description: `${subject} Every record with its sources, as JSON and CSV.`,
        version: `${dataVersion}, brought up to ${asOf}`,
        isAccessibleForFree: true,
        usageInfo: `${address}#s-rights`,
        ...ours,
        isPartOf: home,
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
    },
  };
}

/** JSON-LD as it may stand in a `script` of HTML: nothing in it can end the element or open a comment. */
export const writeJsonLd = (data: JsonLd): string => JSON.stringify(data).replaceAll('<', '\\u003c');
