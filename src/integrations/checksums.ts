import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { openFileDigests } from '../build/file-digests.ts';
import { listFiles } from '../compile/list-files.ts';

/** The list of every file of a site with its digest, in the form that `sha256sum -c` reads. */
export const CHECKSUMS = 'SHA256SUMS';

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every file of a folder, the list itself apart, by its path with plain strokes. */
export const listSiteFiles = (folder: string): string[] =>
  listFiles(folder)
    .filter((path) => path !== CHECKSUMS)
    .toSorted((a, b) => (a < b ? -1 : 1));

export const writeChecksums = (digests: readonly (readonly [path: string, digest: string])[]): string =>
  digests.map(([path, digest]) => `${digest}  ${path}\n`).join('');

/** Reads such a list. A line of another form is an error. */
export function readChecksums(text: string): Map<string, string> {
  const digestByPath = new Map<string, string>();
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const [, digest, path] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    if (digest === undefined || path === undefined) throw new Error(`"${line.slice(0, 100)}" is no line of ${CHECKSUMS}`);
    digestByPath.set(path, digest);
  }
  return digestByPath;
}

/** Writes the digest of every file, so that any copy of the site can be held against what was built. It belongs last. */
export function checksums(): AstroIntegration {
  return {
    name: 'upheld:checksums',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        const digestFile = openFileDigests(folder);
        const digests = listSiteFiles(folder).map((path) => [path, digestFile(path).sha256] as const);
        writeFileSync(join(folder, CHECKSUMS), writeChecksums(digests));
      },
    },
  };
}
