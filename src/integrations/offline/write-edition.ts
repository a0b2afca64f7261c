import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readEdtf } from '../../schema/date.ts';
import type { Edition } from './disk-address.ts';
import { toClassicScripts } from './disk-scripts.ts';
import { checkIndex, isModule, listIndexFolders, toClassicSearch, toHandingScript } from './disk-search.ts';
import { listEditionFiles } from './edition-files.ts';
import { SUMS, writeReadMe } from './edition-note.ts';
import { rewritePage } from './rewrite-page.ts';
import { rewriteStyles } from './rewrite-styles.ts';
import { hasSizeMark, printSize } from './size-mark.ts';
import { openZip } from './zip-file.ts';

const README = 'README.txt';

/** What was written, and the pages of the site that name its size. */
export interface WrittenEdition {
  files: number;
  bytes: number;
  sized: string[];
}

/**
 * Writes the offline edition of a finished site into one ZIP file: every page, style, font, picture and data file, with addresses
 * that work on a disk, and its search as scripts. One file at a time is in memory.
 */
export async function writeEdition(site: string, zipPath: string, about: Omit<Edition, 'files'>): Promise<WrittenEdition> {
  const listed = listEditionFiles(site);
  const folders = listIndexFolders(listed);
  const isIndex = (file: string) => folders.some((folder) => file.startsWith(folder)) && !isModule(file);
  for (const folder of folders)
    checkIndex(
      site,
      folder,
      listed.filter((file) => file.startsWith(folder)),
    );
  const nameOf = (file: string) => (isIndex(file) ? `${file}.js` : file);
  const edition: Edition = { ...about, files: new Set([README, ...listed.map(nameOf), SUMS]) };
  const modules = listed.filter((file) => file.endsWith('.js') && !isModule(file));
  const scripts = await toClassicScripts(site, modules);

  mkdirSync(dirname(zipPath), { recursive: true });
  const zip = openZip(zipPath, readEdtf(about.asOf).start?.text ?? '');
  const sums: string[] = [];
  const sized: string[] = [];
  const add = (name: string, content: string | Uint8Array) => {
    const bytes = Buffer.from(content);
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
    zip.add(name, bytes);
  };
  const convert = async (file: string): Promise<string | Uint8Array> => {
    const path = join(site, file);
    if (isModule(file)) return toClassicSearch(path);
    const script = scripts.get(file);
    if (script !== undefined) return script;
    const bytes = readFileSync(path);
    if (isIndex(file)) return toHandingScript(bytes);
    if (file.endsWith('.css')) return rewriteStyles(bytes.toString('utf8'), file, edition);
    if (!file.endsWith('.html')) return bytes;
    const html = bytes.toString('utf8');
    if (!hasSizeMark(html)) return rewritePage(html, file, edition);
    sized.push(file);
    return rewritePage(printSize(html, ''), file, edition);
  };

  add(README, writeReadMe(edition));
  for (const file of listed) add(nameOf(file), await convert(file));
  zip.add(SUMS, Buffer.from(sums.join('')));
  return { files: listed.length + 2, bytes: zip.close(), sized };
}
