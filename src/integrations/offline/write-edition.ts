import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digestValue } from '../../build/digest-value.ts';
import { advanceStage } from '../../compile/stages.ts';
import { readEdtf } from '../../schema/date.ts';
import type { Edition } from './disk-address.ts';
import { toClassicScripts } from './disk-scripts.ts';
import { checkIndex, isModule, listIndexFolders, toClassicSearch } from './disk-search.ts';
import { openEntries } from './edition-entries.ts';
import { listEditionFiles } from './edition-files.ts';
import { SUMS, writeReadMe } from './edition-note.ts';
import { openKeptEdition, rememberEdition } from './kept-edition.ts';
import { packAll } from './pack-all.ts';
import { packEntry, type ToPack } from './pack-entry.ts';
import { rewriteStyles } from './rewrite-styles.ts';
import { openZip } from './zip-file.ts';

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
  /** How many threads pack beside this one; by itself as many as the work is worth. */
  workers?: number;
}

/** The files of the site that belong into the edition. Throws where an index of its search is not as the edition knows it. */
function listFiles(site: string): ToPack[] {
  const listed = listEditionFiles(site);
  const folders = listIndexFolders(listed);
  for (const folder of folders)
    checkIndex(
      site,
      folder,
      listed.filter((file) => file.startsWith(folder)),
    );
  return listed.map((file) => {
    const isIndex = folders.some((folder) => file.startsWith(folder)) && !isModule(file);
    return { file, name: isIndex ? `${file}.js` : file, isIndex };
  });
}

/** Opens what makes the few files that depend on others than themselves. */
async function openSpecial(site: string, listed: readonly ToPack[], edition: Edition) {
  const modules = listed.flatMap(({ file }) => (file.endsWith('.js') && !isModule(file) ? [file] : []));
  const scripts = await toClassicScripts(site, modules);
  const isSpecial = ({ file }: ToPack) => scripts.has(file) || isModule(file) || file.endsWith('.css');
  const make = async ({ file }: ToPack): Promise<string> => {
    if (isModule(file)) return toClassicSearch(join(site, file));
    return scripts.get(file) ?? rewriteStyles(readFileSync(join(site, file), 'utf8'), file, edition);
  };
  return { isSpecial, make };
}

/**
 * Writes the offline edition of a finished site into one ZIP file: every page, style, font, picture and data file, with addresses
 * that work on a disk, and its search as scripts. A few files at a time are in memory.
 */
export async function writeEdition(
  { site, previous, digestFile, workers }: EditionSource,
  zipPath: string,
  about: Omit<Edition, 'files'>,
): Promise<WrittenEdition> {
  const listed = listFiles(site);
  const names = [README, ...listed.map(({ name }) => name), SUMS];
  const { isSpecial, make } = await openSpecial(site, listed, { ...about, files: new Set(names) });
  const linked = listed.flatMap(({ file, isIndex }) => (isIndex ? [] : [file]));
  const digestOfAbout = digestValue(about);
  const kept = openKeptEdition(previous, digestOfAbout, linked);
  const plan = listed.map((one) => {
    if (isSpecial(one)) return { one };
    const from = digestFile(one.file);
    return { one, from, known: kept.find(one.name, from) };
  });
  const toPack = plan.flatMap(({ one, from, known }) => (from === undefined || known ? [] : [one]));
  const packing = packAll({ site, about, names }, toPack, workers);

  mkdirSync(dirname(zipPath), { recursive: true });
  const zip = openZip(zipPath, readEdtf(about.asOf).start?.text ?? '');
  const entries = openEntries(zip);
  const sized: string[] = [];
  let taken = 0;
  try {
    entries.add(packEntry(README, writeReadMe({ ...about, files: new Set(names) })));
    for (const [done, { one, from, known }] of plan.entries()) {
      advanceStage(done, plan.length);
      if (from === undefined) entries.add(packEntry(one.name, await make(one)));
      else if (known) {
        entries.take(known, kept.read(known));
        taken += 1;
      } else {
        const { value: entry } = await packing.next();
        if (!entry) throw new Error(`${one.file} was not packed`);
        entries.add(entry, from);
        if (entry.isSized) sized.push(one.file);
      }
    }
    zip.add(SUMS, packEntry(SUMS, entries.writeSums()));
  } finally {
    kept.close();
    await packing.return(undefined);
  }
  const bytes = zip.close();
  rememberEdition(site, { about: digestOfAbout, names: linked, files: entries.listKept() });
  return { files: names.length, packed: names.length - taken, bytes, sized };
}
