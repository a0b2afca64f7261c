import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { listTags, readAttributes } from './html-tags.ts';

/** One page of a built site. */
export interface BuiltPage {
  /** Every id on the page. */
  ids: Set<string>;
  /** Ids inside `<main>`, in their order. */
  mainIds: string[];
  /** What its links lead to on this site, without origin and base. */
  links: string[];
}

export interface BuiltSite {
  /** Pages by the path that a reader types, without base. */
  pageByPath: Map<string, BuiltPage>;
  /** Paths of all other files. */
  files: Set<string>;
}

/** Where a link leads on this site, from its root and without base; undefined where it leaves the site. */
function resolveLink(href: string, path: string, base: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return undefined;
  const url = new URL(href, `http://site${base}${path}`);
  if (url.pathname !== base && !url.pathname.startsWith(`${base}/`)) return undefined;
  return `${url.pathname.slice(base.length) || '/'}${url.hash === '#' ? '' : url.hash}`;
}

/** Reads the tags of a page as a build writes them. `base` has no slash at its end. */
export function readPage(html: string, path: string, base = ''): BuiltPage {
  const ids = new Set<string>();
  const mainIds: string[] = [];
  const links: string[] = [];
  let inMain = false;
  for (const { name, closes, attributes } of listTags(html)) {
    if (closes) {
      if (name === 'main') inMain = false;
      continue;
    }
    const read = readAttributes(attributes);
    const id = read.get('id');
    if (id) ids.add(id);
    if (id && inMain) mainIds.push(id);
    if (name === 'main') inMain = true;
    const href = name === 'a' || (name === 'link' && read.get('rel') === 'alternate') ? read.get('href') : undefined;
    const link = href === undefined ? undefined : resolveLink(href, path, base);
    if (link !== undefined) links.push(link);
  }
  return { ids, mainIds, links };
}

const toPath = (file: string) => `/${file}`.replace(/(^|\/)index\.html$/, '$1');

/** Reads every page of a built site, and the names of its other files. */
export function readBuiltSite(folder: string, base = ''): BuiltSite {
  const pageByPath = new Map<string, BuiltPage>();
  const files = new Set<string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = toPath(relative(folder, file).replaceAll('\\', '/'));
    if (entry.name.endsWith('.html')) pageByPath.set(path, readPage(readFileSync(file, 'utf8'), path, base));
    else files.add(path);
  }
  return { pageByPath, files };
}

/** Whether an address shows its place in a built site. */
export function doesLand({ pageByPath, files }: BuiltSite, path: string, fragment: string): boolean {
  const page = pageByPath.get(path);
  return page ? fragment === '' || page.ids.has(fragment) : fragment === '' && files.has(path);
}
