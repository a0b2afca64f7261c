import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Element, Root } from 'hast';
import { rehype } from 'rehype';
import { visit } from 'unist-util-visit';

/** One built page: its path as a reader types it, and its tree. */
export interface BuiltPage {
  path: string;
  html: string;
  tree: Root;
  elements: Element[];
  ids: string[];
}

const parser = rehype().data('settings', { fragment: false });

function toPath(site: string, file: string): string {
  const path = `/${relative(site, file).replaceAll('\\', '/')}`;
  return path.endsWith('/index.html') ? path.slice(0, -'index.html'.length) : path;
}

/** Every HTML page of a built site. */
export function readSite(site: string): BuiltPage[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((file) => {
      const html = readFileSync(file, 'utf8');
      const tree = parser.parse(html);
      const elements: Element[] = [];
      visit(tree, 'element', (element) => void elements.push(element));
      const ids = elements.flatMap(({ properties }) => (typeof properties['id'] === 'string' ? [properties['id']] : []));
      return { path: toPath(site, file), html, tree, elements, ids };
    });
}

export const byTag = (page: BuiltPage, ...tags: string[]): Element[] => page.elements.filter(({ tagName }) => tags.includes(tagName));

export function textOf(element: Element): string {
  const parts: string[] = [];
  visit(element, 'text', (text) => void parts.push(text.value));
  return parts.join('').replace(/\s+/g, ' ').trim();
}
