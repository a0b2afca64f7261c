import type { Archive } from '../graph/archive.ts';
import { processWide } from '../graph/process-wide.ts';
import type { DataFile } from './data-file.ts';
import { listDataFiles } from './data-files.ts';
import type { Publication } from './publication.ts';

const getMade = () => processWide<{ of?: Archive | undefined; files: DataFile[] }>('data-files', () => ({ files: [] }));

/** The files of data with their contents, made once for the pages that describe them and the step that writes them. */
export function getDataFiles(archive: Archive, publication: Publication): readonly DataFile[] {
  const made = getMade();
  if (made.of !== archive) Object.assign(made, { of: archive, files: listDataFiles(archive, publication) });
  return made.files;
}

/** Gives them for the last time: of a large archive their contents are hundreds of megabytes, which are let go. */
export function takeDataFiles(archive: Archive, publication: Publication): readonly DataFile[] {
  const files = getDataFiles(archive, publication);
  Object.assign(getMade(), { of: undefined, files: [] });
  return files;
}
