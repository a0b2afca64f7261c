import { createHash } from 'node:crypto';
import type { KeptFile } from './kept-edition.ts';
import { packFile, type ZipFile } from './zip-file.ts';

/** What one file of an edition was made from, where it may be taken over by the next edition. */
export interface EntrySource {
  /** The SHA-256 of the file of the site. */
  from: string;
  /** What was looked for in the edition and not there. */
  lacking?: ReadonlySet<string>;
}

/** The entries of an edition that is being written, each with its line in the list of sums. */
export function openEntries(zip: ZipFile) {
  const sums: string[] = [];
  const kept: KeptFile[] = [];
  let packed = 0;
  const addSum = (name: string, sha256: string) => sums.push(`${sha256}  ${name}\n`);
  return {
    /** Packs a file. */
    add(name: string, content: string | Uint8Array, source?: EntrySource): void {
      const bytes = Buffer.from(content);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const entry = packFile(name, bytes);
      const at = zip.add(name, entry);
      addSum(name, sha256);
      packed += 1;
      if (!source) return;
      const { method, crc, size } = entry;
      const lacking = source.lacking?.size ? [...source.lacking] : undefined;
      kept.push({ name, from: source.from, sha256, method, crc, size, at, length: entry.packed.length, lacking });
    },
    /** Takes a file as it was packed before. */
    take(file: KeptFile, bytes: Uint8Array): void {
      const { method, crc, size } = file;
      kept.push({ ...file, at: zip.add(file.name, { method, crc, size, packed: bytes }) });
      addSum(file.name, file.sha256);
    },
    writeSums: (): string => sums.join(''),
    listKept: (): KeptFile[] => kept,
    countPacked: (): number => packed,
  };
}
