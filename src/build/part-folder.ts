import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from './manifest.ts';
import { digestContent } from './outputs.ts';
import { type Part, partName } from './part.ts';

/** A finished part of a site, as it is carried from the machine that made it to the one that merges. */
export interface PartRecord {
  part: Part;
  /** The digest of the content and of the settings that it was made from. */
  inputs: string;
  manifest: Manifest;
  /** The digest of each picture, by its name among the kept ones. */
  cards: Record<string, string>;
}

/** A part and the folder that it lies in. */
export interface FoundPart extends PartRecord {
  folder: string;
}

const RECORD = 'part.json';

/** Gives a file another name too, or copies it where that cannot be. */
export function linkFile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Removes the parts that cannot be merged with one, since they are of another number of parts or were made from something else. */
function removeStrangers(parts: string, { part, inputs, manifest }: Omit<PartRecord, 'cards'>): void {
  for (const folder of listPartFolders(parts)) {
    const other = readPartFolder(folder);
    const isAlike = other.part.of === part.of && other.inputs === inputs && other.manifest.maker === manifest.maker;
    if (!isAlike) rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes a part below `parts`, whole or not at all, and returns its folder. */
export function writePart(
  parts: string,
  site: string,
  cards: { folder: string; names: readonly string[] },
  record: Omit<PartRecord, 'cards'>,
): string {
  const folder = join(parts, partName(record.part));
  const partial = `${folder}.partial`;
  removeStrangers(parts, record);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  for (const { file } of record.manifest.outputs) linkFile(join(site, file), join(partial, 'site', file));
  const digests: Record<string, string> = {};
  for (const name of cards.names) {
    linkFile(join(cards.folder, name), join(partial, 'cards', name));
    digests[name] = digestContent(readFileSync(join(cards.folder, name)));
  }
  writeFileSync(join(partial, RECORD), JSON.stringify({ ...record, cards: digests } satisfies PartRecord));
  rmSync(folder, { recursive: true, force: true });
  renameSync(partial, folder);
  return folder;
}

/** The folders of parts in a folder. */
export const listPartFolders = (parts: string): string[] =>
  existsSync(parts)
    ? readdirSync(parts)
        .toSorted()
        .map((name) => join(parts, name))
        .filter((folder) => existsSync(join(folder, RECORD)))
    : [];

/** Reads what a part says of itself. Throws where the folder holds none. */
export function readPartFolder(folder: string): FoundPart {
  if (!existsSync(join(folder, RECORD)))
    throw new Error(`${folder} has no ${RECORD}, so it is no part of a site. Name the folder that has it`);
  const record = JSON.parse(readFileSync(join(folder, RECORD), 'utf8')) as PartRecord;
  return { ...record, folder };
}
