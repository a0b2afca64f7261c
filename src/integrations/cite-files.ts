import { digestValue } from '../build/digest-value.ts';
import type { Outputs } from '../build/outputs.ts';
import { citeFiles } from '../exports/cite-file.ts';
import { listCiteSources } from '../exports/cite-files.ts';
import { type Publication, toAddress } from '../exports/publication.ts';
import type { Archive } from '../graph/archive.ts';
import { citeFormats } from '../graph/urls.ts';

/** Writes the citation files of every record that can be cited, beside its page. They are too many to be routes. */
export function writeCiteFiles(outputs: Outputs, archive: Archive, publication: Publication): void {
  const addressOf = (kind: Parameters<Archive['urlOf']>[0], id: string) => toAddress(publication, archive.urlOf(kind, id));
  for (const { items, urlOf } of listCiteSources(archive, addressOf)) {
    const key = digestValue(items);
    for (const format of citeFormats) outputs.write(urlOf(format).slice(1), key, () => citeFiles[format].write(items));
  }
}
