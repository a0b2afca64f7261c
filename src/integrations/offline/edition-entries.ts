import type { KeptFile } from './kept-edition.ts';
import type { PackedEntry } from './pack-entry.ts';
import type { ZipFile } from './zip-file.ts';

/** The entries of an edition that is being written, each with its line in the list of sums. */
export function openEntries(zip: ZipFile) {
  const sums: string[] = [];
  const kept: KeptFile[] = [];
  const addSum = (name: string, sha256: string) => sums.push(`${sha256}  ${name}\n`);
  return {
    /** Adds a packed file; the next edition may take it if it is made from the same file of the site, whose SHA-256 is `from`. */
    add({ name, sha256, method, crc, size, packed, lacking, isSized }: PackedEntry, from?: string): void {
      const at = zip.add(name, { method, crc, size, packed });
      addSum(name, sha256);
      if (from === undefined || isSized) return;
      kept.push({ name, from, sha256, method, crc, size, at, length: packed.length, ...(lacking.length > 0 && { lacking }) });
    },
    /** Takes a file as it was packed before. */
    take(file: KeptFile, packed: Uint8Array): void {
      const { name, sha256, method, crc, size } = file;
      kept.push({ ...file, at: zip.add(name, { method, crc, size, packed }) });
      addSum(name, sha256);
    },
    writeSums: (): string => sums.join(''),
    listKept: (): KeptFile[] => kept,
  };
}
