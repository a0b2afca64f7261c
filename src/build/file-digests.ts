import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isAsMade } from './outputs.ts';
import { getSession } from './session.ts';

/** What a file of a site holds, told by its digest, in hexadecimal, and its size. */
export interface FileDigest {
  sha256: string;
  bytes: number;
}

/** Gives the digest of any file of a site. What was made from the archive is known already and is not read again. */
export function openFileDigests(site: string): (file: string) => FileDigest {
  const { outputs } = getSession();
  const read = new Map<string, FileDigest & { mtimeMs: number }>();
  return (file) => {
    const output = outputs.get(file);
    if (output && isAsMade(site, output)) return { sha256: Buffer.from(output.hash, 'base64url').toString('hex'), bytes: output.size };
    const path = join(site, file);
    const { size, mtimeMs } = statSync(path);
    const known = read.get(file);
    if (known?.bytes === size && known.mtimeMs === mtimeMs) return known;
    const digest = { sha256: createHash('sha256').update(readFileSync(path)).digest('hex'), bytes: size, mtimeMs };
    read.set(file, digest);
    return digest;
  };
}
