import type { Archive } from '../graph/archive.ts';
import { bibliographyUrlOf, type CiteFormat, citeUrlOf } from '../graph/urls.ts';
import { citableKinds, listBibliography, toCitable } from './citable.ts';
import type { AddressOf, CslItem } from './csl.ts';

/** What can be fetched as a citation: a record, or the whole bibliography. */
export interface CiteSource {
  items: readonly CslItem[];
  /** Where it lies in a format, from the root of the site. */
  urlOf: (format: CiteFormat) => string;
}

/** Everything that has citation files, one after the other. */
export function* listCiteSources(archive: Archive, addressOf: AddressOf): Generator<CiteSource, void> {
  const records = {
    decision: archive.decisions,
    quote: archive.quotes,
    event: archive.events,
    essay: archive.essays,
    source: archive.sources,
  };
  yield { items: listBibliography(archive, addressOf), urlOf: bibliographyUrlOf };
  for (const kind of citableKinds)
    for (const { id } of records[kind])
      yield { items: toCitable(archive, kind, id, addressOf).items, urlOf: (format) => citeUrlOf(kind, id, format) };
}
