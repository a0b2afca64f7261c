import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonLines, writeJsonLines } from '../../build/json-lines.ts';
import { recordOf } from '../../build/records.ts';
import { EDITION } from './edition-files.ts';
import type { PackedFile } from './zip-file.ts';

/** Bytes that are read at a time. */
const WINDOW = 1_000_000;

/** One file of an edition: what it was made from, and where it stands in the ZIP file. */
export interface KeptFile extends Omit<PackedFile, 'packed'> {
  name: string;
  /** The SHA-256 of the file of the site that it was made from. */
  from: string;
  sha256: string;
  at: number;
  /** Bytes as packed. */
  length: number;
  /** The files that it was looked for and that the edition did not have. */
  lacking?: readonly string[] | undefined;
}

/** What is known of an edition: a file of lines, in this order. */
export interface EditionRecord {
  /** A digest of what every page of it says of it. */
  about: string;
  /** All that a page may lead to: the files of a search index, whose names change with every word, are not among them. */
  names: readonly string[];
  files: readonly KeptFile[];
}

/** The edition of the site before, from which is taken what would be packed alike. */
export interface KeptEdition {
  find: (name: string, from: string) => KeptFile | undefined;
  /** Its bytes as packed, until the next are read. */
  read: (file: KeptFile) => Uint8Array;
  close: () => void;
}

const NOTHING_KEPT: KeptEdition = {
  find: () => undefined,
  read({ name }) {
    throw new Error(`${name} is in no earlier edition`);
  },
  close: () => undefined,
};

/**
 * Reads parts of a file. They are asked for in the order in which they stand, so what follows is read along with each; what is given is
 * as it is until the next is asked for.
 */
function openReader(file: number): (part: { at: number; length: number }) => Uint8Array {
  let window = Buffer.allocUnsafe(WINDOW);
  let [start, held] = [0, 0];
  return ({ at, length }) => {
    if (at < start || at + length > start + held) {
      if (length > window.length) window = Buffer.allocUnsafe(length);
      held = readSync(file, window, 0, window.length, at);
      start = at;
    }
    return window.subarray(at - start, at - start + length);
  };
}

/**
 * Opens the edition of a finished site. A page of it is as a new one would be if it was made from the same page and said the same of
 * its edition, and if what it leads to is still there and what it did not find still is not.
 */
export function openKeptEdition(site: string | undefined, about: string, names: readonly string[]): KeptEdition {
  if (site === undefined || !existsSync(recordOf(site, 'edition')) || !existsSync(join(site, EDITION))) return NOTHING_KEPT;
  const lines = readJsonLines(recordOf(site, 'edition'));
  if (lines.next().value !== about) {
    lines.return();
    return NOTHING_KEPT;
  }
  const added = new Set(names);
  const byName = new Map<string, KeptFile>();
  let isAllThere = true;
  for (const line of lines) {
    if (typeof line === 'string') isAllThere &&= added.delete(line);
    else byName.set((line as KeptFile).name, line as KeptFile);
  }
  if (!isAllThere) return NOTHING_KEPT;
  const zip = openSync(join(site, EDITION), 'r');
  return {
    find(name, from) {
      const file = byName.get(name);
      return file?.from === from && !file.lacking?.some((other) => added.has(other)) ? file : undefined;
    },
    read: openReader(zip),
    close: () => closeSync(zip),
  };
}

/** Notes how an edition was made, for the next one. */
export function rememberEdition(site: string, { about, names, files }: EditionRecord): void {
  const lines = function* (): Generator<unknown> {
    yield about;
    yield* names;
    yield* files;
  };
  writeJsonLines(recordOf(site, 'edition'), lines());
}
