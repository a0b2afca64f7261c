import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestValue } from '../../build/digest-value.ts';
import { advanceStage } from '../../compile/stages.ts';
import { readEdtf } from '../../schema/date.ts';
import type { Edition } from './disk-address.ts';
import { toClassicScripts } from './disk-scripts.ts';
import { checkIndex, isModule, listIndexFolders, toClassicSearch, toHandingScript } from './disk-search.ts';
import { listEditionFiles } from './edition-files.ts';
import { openEntries } from './edition-entries.ts';
import { SUMS, writeReadMe } from './edition-note.ts';
import { openKeptEdition, rememberEdition } from './kept-edition.ts';
import { rewritePage } from './rewrite-page.ts';
import { rewriteStyles } from './rewrite-styles.ts';
import { hasSizeMark, printSize } from './size-mark.ts';
import { openZip, packFile } from './zip-file.ts';

const README = 'README.txt';

/** What was written, and the pages of the site that name its size. */
export interface WrittenEdition {
  files: number;
  /** How many of them were packed now, and not taken from the edition before. */
  packed: number;
  bytes: number;
  sized: string[];
}

/** What an edition is made from: a finished site, and the site before it, if there is one. */
export interface EditionSource {
  site: string;
  previous?: string | undefined;
  /** The SHA-256 of a file of the site. */
  digestFile: (file: string) => string;
}

/** The files of the edition, noting what is looked for and not there. A folder is never there: what it shows is asked next. */
function noteLacking(files: ReadonlySet<string>): { files: Edition['files']; lacking: Set<string> } {
  const lacking = new Set<string>();
  const has = (name: string): boolean => {
    const isThere = files.has(name);
    if (!isThere && name !== '' && !name.endsWith('/')) lacking.add(name);
    return isThere;
  };
  return { files: { has }, lacking };
}

/**
 * Writes the offline edition of a finished site into one ZIP file: every page, style, font, picture and data file, with addresses
 * that work on a disk, and its search as scripts. One file at a time is in memory.
 */
export async function writeEdition(
  { site, previous, digestFile }: EditionSource,
  zipPath: string,
  about: Omit<Edition, 'files'>,
): Promise<WrittenEdition> {
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
  const names = new Set([README, ...listed.map(nameOf), SUMS]);
  const edition: Edition = { ...about, files: names };
  const modules = listed.filter((file) => file.endsWith('.js') && !isModule(file));
  const scripts = await toClassicScripts(site, modules);
  const digestOfAbout = digestValue(about);
  const linked = listed.filter((file) => !isIndex(file));
  const kept = openKeptEdition(previous, digestOfAbout, linked);

  mkdirSync(dirname(zipPath), { recursive: true });
  const zip = openZip(zipPath, readEdtf(about.asOf).start?.text ?? '');
  const entries = openEntries(zip);
  const sized: string[] = [];
  const addPage = (file: string, from: string) => {
    const html = readFileSync(join(site, file), 'utf8');
    if (hasSizeMark(html)) {
      sized.push(file);
      entries.add(file, rewritePage(printSize(html, ''), file, edition));
      return;
    }
    const noting = noteLacking(names);
    entries.add(file, rewritePage(html, file, { ...edition, files: noting.files }), { from, lacking: noting.lacking });
  };
  /** A file that depends on itself and on what is looked for in it. */
  const addFile = (file: string) => {
    const from = digestFile(file);
    const known = kept.find(nameOf(file), from);
    if (known) entries.take(known, kept.read(known));
    else if (file.endsWith('.html')) addPage(file, from);
    else {
      const bytes = readFileSync(join(site, file));
      entries.add(nameOf(file), isIndex(file) ? toHandingScript(bytes) : bytes, { from });
    }
  };

  try {
    entries.add(README, writeReadMe(edition));
    for (const [done, file] of listed.entries()) {
      advanceStage(done, listed.length);
      const script = scripts.get(file);
      if (script !== undefined) entries.add(file, script);
      else if (isModule(file)) entries.add(file, await toClassicSearch(join(site, file)));
      else if (file.endsWith('.css')) entries.add(file, rewriteStyles(readFileSync(join(site, file), 'utf8'), file, edition));
      else addFile(file);
    }
    zip.add(SUMS, packFile(SUMS, Buffer.from(entries.writeSums())));
  } finally {
    kept.close();
  }
  const bytes = zip.close();
  rememberEdition(site, { about: digestOfAbout, names: linked, files: entries.listKept() });
  return { files: names.size, packed: entries.countPacked() + 1, bytes, sized };
}
