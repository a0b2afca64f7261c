import type { Archive } from '../graph/archive.ts';
import { dataVersion } from './data-version.ts';
import { type Publication, toAddress } from './publication.ts';
import { listRights } from './rights.ts';

/** A list as JSON with one item a line, so that versions can be compared and lines searched. */
export const writeLines = (items: readonly unknown[]): string =>
  items.length === 0 ? '[]\n' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]\n`;

/** The whole archive as one JSON object: what it is, and then every list as its own file has it. */
export function joinArchive(
  { settings }: Archive,
  publication: Publication,
  lists: readonly { name: string; content: Buffer }[],
): Buffer<ArrayBuffer> {
  const { title, subject, asOf, publisher, contact } = settings;
  const head = {
    $schema: toAddress(publication, '/data/archive.schema.json'),
    title,
    subject,
    address: toAddress(publication, '/'),
    version: dataVersion,
    asOf,
    publisher,
    contact,
    rights: listRights({ settings }),
  };
  const fields = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  const parts = lists.flatMap(({ name, content }) => [Buffer.from(`,\n${JSON.stringify(name)}: `), content.subarray(0, -1)]);
  return Buffer.concat([Buffer.from(`{\n${fields.join(',\n')}`), ...parts, Buffer.from('\n}\n')]);
}
