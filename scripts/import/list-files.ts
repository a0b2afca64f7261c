import { lstatSync, readdirSync } from 'node:fs';
import { extname, join, relative } from 'node:path';

/** The files that a run will read, in the order of their names, and how many were passed over. */
export interface FileList {
  files: { path: string; file: string }[];
  /** Files in folders that are no pages, by their ending: pictures and styles that a browser saves beside a page. */
  passedOver: Map<string, number>;
  missing: string[];
}

const PAGES = new Set(['.html', '.htm', '.xhtml', '.pdf', '.docx', '.doc', '.mht', '.mhtml', '']);

/** Lists the pages under files and folders. A file that is named is always read; links are never followed. */
export function listFiles(paths: readonly string[], from: string): FileList {
  const list: FileList = { files: [], passedOver: new Map(), missing: [] };
  const seen = new Set<string>();
  const add = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    list.files.push({ path, file: (relative(from, path) || path).replaceAll('\\', '/') });
  };
  const walk = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (PAGES.has(extname(entry.name).toLowerCase())) add(path);
      else list.passedOver.set(extname(entry.name).toLowerCase(), (list.passedOver.get(extname(entry.name).toLowerCase()) ?? 0) + 1);
    }
  };
  for (const path of paths) {
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat) list.missing.push(path);
    else if (stat.isDirectory()) walk(path);
    else add(path);
  }
  return list;
}
