import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listSearchRecords } from '../../src/exports/search-records.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { writeInstalledSite } from '../../src/integrations/installed-site.ts';
import { indexEntries } from '../../src/integrations/search-index/index-entries.ts';

type Holding = Partial<Parameters<typeof writeInstalledSite>[1]>;

/** The decisions of the small site. `kept` has a quotation on a page of its own. */
export const kept = { path: 'decisions/24-005-859/', quotation: 'quotes/24-005-859/overly-restrictive/' };
export const other = { path: 'decisions/21-003-925/' };

const PAGES = ['', 'search/', 'offline/', 'decisions/', kept.path, kept.quotation, other.path];
const FOLDERS = ['assets', 'icons', 'manifest.webmanifest', 'icon.svg', 'favicon.ico', '404.html'];

/** A site of a few pages, taken from the whole built one, of which any number of editions can be made without building again. */
export interface SmallSite {
  folder: string;
  /** Puts words into the text of a page, after its title. */
  write: (path: string, words: string) => void;
  /** Indexes what is there and writes the worker: what a build does at its end. */
  finish: (asOf: string, holding?: Holding) => Promise<void>;
  remove: () => void;
}

export function copySmallSite(site: string): SmallSite {
  const folder = mkdtempSync(join(tmpdir(), 'upheld-small-'));
  for (const part of [...PAGES.map((page) => `${page}index.html`), ...FOLDERS]) {
    mkdirSync(dirname(join(folder, part)), { recursive: true });
    cpSync(join(site, part), join(folder, part), { recursive: true });
  }
  const { archive } = loadArchive(process.cwd());
  const records = archive ? listSearchRecords(archive) : [];
  return {
    folder,
    write: (path, words) => {
      const file = join(folder, path, 'index.html');
      writeFileSync(
        file,
        readFileSync(file, 'utf8').replace('</h1>', () => `</h1><p>${words}</p>`),
      );
    },
    finish: async (asOf, holding = {}) => {
      const present = records.filter(({ text }) => 'page' in text && PAGES.some((page) => text.page === `/${page}`));
      rmSync(join(folder, 'pagefind'), { recursive: true, force: true });
      await indexEntries(folder, present, join(folder, 'pagefind'), 1);
      writeInstalledSite(folder, { asOf, withdrawn: [], ...holding });
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
