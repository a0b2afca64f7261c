import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Edition } from './disk-address.ts';
import { toHandingScript } from './disk-search.ts';
import { rewritePage } from './rewrite-page.ts';
import { hasSizeMark, printSize } from './size-mark.ts';
import { packFile, type PackedFile } from './zip-file.ts';

/** What the files of an edition are packed from. */
export interface PackSource {
  site: string;
  about: Omit<Edition, 'files'>;
  /** All that the edition holds. */
  names: readonly string[];
}

/** A file of the site, and its name in the edition. */
export interface ToPack {
  file: string;
  name: string;
  isIndex: boolean;
}

/** A file of an edition, packed. */
export interface PackedEntry extends PackedFile {
  name: string;
  sha256: string;
  /** The files that it was looked for and that the edition does not have. */
  lacking: readonly string[];
  /** Whether the page names the size of the edition. */
  isSized: boolean;
}

/** Packs bytes under a name. */
export function packEntry(name: string, content: string | Uint8Array): PackedEntry {
  const bytes = Buffer.from(content);
  return { ...packFile(name, bytes), name, sha256: createHash('sha256').update(bytes).digest('hex'), lacking: [], isSized: false };
}

/** Opens what packs files that depend on themselves and on what is looked for in them. */
export function openPacking({ site, about, names }: PackSource): (file: ToPack) => PackedEntry {
  const files = new Set(names);
  const packPage = (name: string, html: string): PackedEntry => {
    const lacking = new Set<string>();
    const has = (other: string): boolean => {
      const isThere = files.has(other);
      // A folder is never there: what it shows is asked next.
      if (!isThere && other !== '' && !other.endsWith('/')) lacking.add(other);
      return isThere;
    };
    const isSized = hasSizeMark(html);
    const page = rewritePage(isSized ? printSize(html, '') : html, name, { ...about, files: { has } });
    return { ...packEntry(name, page), lacking: [...lacking], isSized };
  };
  return ({ file, name, isIndex }) => {
    const bytes = readFileSync(join(site, file));
    if (file.endsWith('.html')) return packPage(name, bytes.toString('utf8'));
    return packEntry(name, isIndex ? toHandingScript(bytes) : bytes);
  };
}
