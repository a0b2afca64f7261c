import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAsMade } from '../build/outputs.ts';
import { getSession } from '../build/session.ts';
import { listFiles } from '../compile/list-files.ts';
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
  for (const file of listFiles(folder)) {
    const path = toPath(file);
    if (file.endsWith('.html')) pageByPath.set(path, readPage(readFileSync(join(folder, file), 'utf8'), path, base));
    else files.add(path);
  }
  return { pageByPath, files };
}

/** What must be known of a site to say whether an address shows its place there. */
export interface LandingSite {
  pageByPath: Pick<ReadonlyMap<string, { ids: ReadonlySet<string> }>, 'has' | 'get' | 'keys'>;
  files: Pick<ReadonlySet<string>, 'has'>;
}

const isPage = (path: string) => path.endsWith('/') || path.endsWith('.html');
const toFile = (path: string) => `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;

/** The pages of a built site, each read when it is asked for; the ids of one that this build or an earlier one made are known. */
class LandingPages {
  readonly #site: string;
  readonly #known = new Map<string, { ids: ReadonlySet<string> } | undefined>();

  constructor(site: string) {
    this.#site = site;
  }

  has(path: string): boolean {
    return isPage(path) && existsSync(join(this.#site, toFile(path)));
  }

  #readIds(file: string): readonly string[] {
    const output = getSession().outputs.get(file);
    const isKnown = output && isAsMade(this.#site, output);
    if (isKnown && output.ids) return output.ids;
    const ids = [...readPage(readFileSync(join(this.#site, file), 'utf8'), '/').ids];
    if (isKnown) output.ids = ids;
    return ids;
  }

  get(path: string): { ids: ReadonlySet<string> } | undefined {
    if (!this.#known.has(path)) this.#known.set(path, this.has(path) ? { ids: new Set(this.#readIds(toFile(path))) } : undefined);
    return this.#known.get(path);
  }

  keys() {
    return listFiles(this.#site)
      .filter((file) => file.endsWith('.html'))
      .map(toPath)
      .values();
  }
}

/** Opens a site that was just built, without reading what nobody asks for. */
export const openBuiltSite = (site: string): LandingSite => ({
  pageByPath: new LandingPages(site),
  files: { has: (path) => !isPage(path) && existsSync(join(site, path)) },
});

/** Whether an address shows its place in a built site. */
export function doesLand({ pageByPath, files }: LandingSite, path: string, fragment: string): boolean {
  if (fragment === '') return pageByPath.has(path) || files.has(path);
  return pageByPath.get(path)?.ids.has(fragment) ?? false;
}
