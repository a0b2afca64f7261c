import type { Archive } from '../graph/archive.ts';
import { getById } from '../graph/find-by-id.ts';
import { later } from '../graph/later.ts';
import type { CardKind } from '../graph/urls.ts';
import type { TargetKind } from '../schema/reference.ts';
import { type CitableKind, toCitable } from './citable.ts';
import { openFeeds } from './feed.ts';
import type { FeedScope } from './feed-scopes.ts';
import { openJsonLd } from './json-ld.ts';
import { getDataFiles } from './made-data-files.ts';
import { type Publication, toAddress } from './publication.ts';
import { openPlaces } from './quote-place.ts';
import { openQuoteTexts } from './quote-text.ts';
import type { SearchKind } from './search-kinds.ts';
import { listFilterValues, listSearchRecords } from './search-records.ts';
import { openShareCards } from './share-cards.ts';

/** What pages print of the exports. Each is made from the archive alone; what serves many pages is made once, when first needed. */
export function openPageExports(archive: Archive, publication: Publication) {
  const addressOf = (kind: TargetKind, id: string): string => toAddress(publication, archive.urlOf(kind, id));
  const cards = later(() => openShareCards(archive));
  const jsonLd = later(() => openJsonLd(archive, publication));
  const feeds = later(() => openFeeds(archive, publication));
  const places = later(() => openPlaces(archive));
  const quoteTexts = later(() => openQuoteTexts(archive));
  const dataFiles = later(() => getDataFiles(archive, publication).map(({ content: _content, ...file }) => file));
  const searchRecords = later(() => new Map(listSearchRecords(archive).map((record) => [`${record.kind}:${record.id}`, record])));

  return {
    addressOf,
    citableOf: (kind: CitableKind, id: string) => toCitable(archive, kind, id, addressOf),

    /** The picture that stands for the whole archive where a page has none of its own. */
    archiveCard: () => cards().whole,

    /** The picture that stands for a record where its page is shared. */
    cardOf(kind: CardKind, id: string) {
      switch (kind) {
        case 'decision':
          return cards().decision(getById(archive.decisions, kind, id));
        case 'event':
          return cards().event(getById(archive.events, kind, id));
        case 'quote':
          return cards().quote(getById(archive.quotes, kind, id));
      }
    },

    /** The place of a quotation, in words that stand away from this site. */
    quotePlaceOf: (quote: string) => places()(getById(archive.quotes, 'quote', quote)),

    /** A quotation as text that can stand anywhere, at the address that is given. */
    quoteTextAt: (quote: string, address: string) => quoteTexts()(getById(archive.quotes, 'quote', quote), address),

    /** What search holds of one thing. */
    searchRecordOf(kind: SearchKind, id: string) {
      const record = searchRecords().get(`${kind}:${id}`);
      if (!record) throw new Error(`There is no ${kind} "${id}" to be found by search`);
      return record;
    },

    filterValues: () => listFilterValues(archive, [...searchRecords().values()]),

    siteJsonLd: () => jsonLd().site(),
    decisionJsonLd: (id: string) => jsonLd().decision(getById(archive.decisions, 'decision', id)),
    eventJsonLd: (id: string) => jsonLd().event(getById(archive.events, 'event', id)),
    essayJsonLd: (id: string) => jsonLd().essay(getById(archive.essays, 'essay', id)),
    /** `description` says its voice and how far it was checked. */
    quoteJsonLd: (id: string, description: string) => jsonLd().quote(getById(archive.quotes, 'quote', id), description),
    datasetJsonLd: () => jsonLd().dataset(dataFiles()),

    /** The feed of one scope; of a family by its id. */
    feedOf(kind: FeedScope['kind'], family: string) {
      return feeds()(kind === 'family' ? { kind, family: getById(archive.families, kind, family) } : { kind });
    },

    /** Every file under /data/ as a page describes it, without its content. */
    dataFiles,

    /** The content of one file, which its digest stands for. */
    dataContent(name: string) {
      const file = getDataFiles(archive, publication).find((one) => one.name === name);
      if (!file) throw new Error(`There is no file "${name}" under /data/`);
      return file.content;
    },
  };
}
