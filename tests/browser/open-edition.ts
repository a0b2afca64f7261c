import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';

/** Names that need escaping in addresses, as folders of people have. */
const AWKWARD = 'Année 1, 100% #2';

/** The offline edition, unpacked into a folder with an awkward name. */
export interface UnpackedEdition {
  folder: string;
  /** The address of the folder, ending in a slash. */
  root: string;
  remove: () => void;
}

/** Unpacks the offline edition of a built site as a person would, and lets nobody write there, as on a disc. */
export function unpackEdition(site: string): UnpackedEdition {
  const place = mkdtempSync(join(tmpdir(), 'upheld-'));
  const folder = join(place, AWKWARD);
  const files = unzipSync(readFileSync(join(site, 'downloads/upheld-offline.zip')));
  const folders = new Set([folder]);
  for (const [name, bytes] of Object.entries(files)) {
    const path = join(folder, name);
    folders.add(dirname(path));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes, { mode: 0o444 });
  }
  for (const one of folders) chmodSync(one, 0o555);
  const remove = () => {
    for (const one of folders) chmodSync(one, 0o755);
    rmSync(place, { recursive: true });
  };
  return { folder, root: `${pathToFileURL(folder).href}/`, remove };
}
