import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gunzipSync, gzip, gzipSync } from 'node:zlib';

// Pagefind puts this before the content of each of its files, to tell whether a server has unpacked it already.
const SIGNATURE = Buffer.from('pagefind_dcd');
const LEVEL = { level: 6 };

const LEAST_CHUNK = 64;
const MOST_CHUNK = 1 << 26;

/** A gzip file ends with the size of its content, so that it can be unpacked into one buffer and not into many. */
function unpack(file: Buffer): Buffer {
  const size = file.readUInt32LE(file.length - 4) + 1;
  return gunzipSync(file, { chunkSize: Math.min(Math.max(size, LEAST_CHUNK), MOST_CHUNK) });
}

/** The content of a file of a Pagefind index. */
export function readIndexFile(path: string): Buffer {
  const file = readFileSync(path);
  const unpacked = file.subarray(0, SIGNATURE.length).equals(SIGNATURE) ? file : unpack(file);
  if (!unpacked.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error(`${path} is no file of a search index`);
  return unpacked.subarray(SIGNATURE.length);
}

/** The bytes of a file of a Pagefind index with this content. */
export const packIndexFile = (content: Uint8Array): Buffer => gzipSync(Buffer.concat([SIGNATURE, content]), LEVEL);

const gzipAside = promisify(gzip);

/** The same, on another thread. */
export const packIndexFileAside = (content: Uint8Array): Promise<Buffer> => gzipAside(Buffer.concat([SIGNATURE, content]), LEVEL);

export const digestOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex');
};
