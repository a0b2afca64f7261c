import type { Outputs } from '../build/outputs.ts';
import { takeDataFiles } from '../exports/made-data-files.ts';
import type { Publication } from '../exports/publication.ts';
import type { Archive } from '../graph/archive.ts';

/** Writes the files of data. The largest hold the whole archive, and as a route each would be copied several times on its way to the disk. */
export function writeDataFiles(outputs: Outputs, archive: Archive, publication: Publication): void {
  for (const { name, sha256, content } of takeDataFiles(archive, publication)) outputs.write(`data/${name}`, sha256, () => content);
}
