import { existsSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import { gzipSync } from 'fflate';
import { replaceFile } from '../build/outputs.ts';
import { isText } from '../exports/media-types.ts';
import { CHECKSUMS, digestOf, listSiteFiles, readChecksums } from './checksums.ts';

/** A smaller file fits into one packet of the network as it is. */
const LEAST_BYTES = 1024;
/** A copy must be smaller than this part of its file to be worth keeping. */
const WORTH = 0.9;

interface Packing {
  pack: (bytes: Uint8Array) => Uint8Array;
  unpack: (bytes: Uint8Array) => Uint8Array;
}

/** How copies are packed, by the end that their names get. fflate gives the same bytes on every machine. */
const packings: Readonly<Record<string, Packing>> = {
  gz: { pack: (bytes) => gzipSync(bytes, { level: 9, mtime: 0 }), unpack: gunzipSync },
  br: {
    // The highest quality takes forty times as long for an eighth less.
    pack: (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
    unpack: brotliDecompressSync,
  },
};

/** The file of which this one would be a packed copy, by its name. */
export function findOriginal(path: string): { original: string; packing: Packing } | undefined {
  const [, original, ending = ''] = /^(.+)\.([a-z]+)$/.exec(path) ?? [];
  const packing = packings[ending];
  return original !== undefined && packing ? { original, packing } : undefined;
}

/** What a packed copy holds; nothing where it is broken. */
export function unpackCopy({ unpack }: Packing, bytes: Uint8Array): Uint8Array | undefined {
  try {
    return unpack(bytes);
  } catch {
    // A copy that does not unpack is as bad as one of something else.
    return undefined;
  }
}

export interface Precompressed {
  /** Copies that were written, that were right already, and that belonged to no file. */
  written: number;
  kept: number;
  removed: number;
}

/** Removes packed copies whose file is none of the site, or which are not worth having. */
function removeLeftovers(site: string, wanted: ReadonlySet<string>, released: { has: (path: string) => boolean }): number {
  const leftovers = listSiteFiles(site).filter((path) => findOriginal(path) && !wanted.has(path) && !released.has(path));
  for (const path of leftovers) rmSync(join(site, path));
  return leftovers.length;
}

/**
 * Puts a packed copy beside each text file of a built site, for servers that send such copies as they are, and removes those that are
 * left over. A copy that unpacks to its file already is kept.
 */
export function precompress(site: string): Precompressed {
  const sums = join(site, CHECKSUMS);
  if (!existsSync(sums)) throw new Error(`${site} has no ${CHECKSUMS}, so it is no built site. Run npm run build first`);
  const released = readChecksums(readFileSync(sums, 'utf8'));
  const wanted = new Set<string>();
  const counts: Precompressed = { written: 0, kept: 0, removed: 0 };
  for (const [file, digest] of released) {
    if (!isText(file)) continue;
    const path = join(site, file);
    const bytes = existsSync(path) ? readFileSync(path) : undefined;
    if (!bytes || digestOf(bytes) !== digest) throw new Error(`${path} is not the file that was built. Run npm run build`);
    if (bytes.length < LEAST_BYTES) continue;
    for (const [ending, packing] of Object.entries(packings)) {
      const copy = `${path}.${ending}`;
      const present = existsSync(copy) ? unpackCopy(packing, readFileSync(copy)) : undefined;
      if (present && Buffer.compare(present, bytes) === 0) counts.kept += 1;
      else {
        const packed = packing.pack(bytes);
        if (packed.length > bytes.length * WORTH) continue;
        replaceFile(copy, packed);
        counts.written += 1;
      }
      wanted.add(`${file}.${ending}`);
      // Servers tell a changed file by its time, and should say the same of both.
      const { atime, mtime } = statSync(path);
      utimesSync(copy, atime, mtime);
    }
  }
  counts.removed = removeLeftovers(site, wanted, released);
  return counts;
}
