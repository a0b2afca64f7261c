import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { listTags, readAttributes } from '../../src/integrations/html-tags.ts';

export const ZIP = 'downloads/upheld-offline.zip';

/** An attribute of a tag on a page of the edition. */
interface Attribute {
  page: string;
  tag: string;
  name: string;
  value: string;
}

export interface ReadEdition {
  files: ReadonlyMap<string, Uint8Array>;
  textOf: (file: string) => string;
  pages: readonly string[];
  attributes: readonly Attribute[];
}

/** The offline edition of a built site, with its pages read. */
export function readEdition(site: string): ReadEdition {
  const files = new Map(Object.entries(unzipSync(readFileSync(join(site, ZIP)))));
  const textOf = (file: string) => strFromU8(files.get(file) ?? new Uint8Array());
  const pages = [...files.keys()].filter((file) => file.endsWith('.html'));
  const attributes = pages.flatMap((page) =>
    [...listTags(textOf(page))].flatMap((tag) =>
      [...readAttributes(tag.attributes)].map(([name, value]) => ({ page, tag: tag.name, name, value })),
    ),
  );
  return { files, textOf, pages, attributes };
}

/** The links within an edition that lead to no file, or to no place in it. */
export function listLostLinks({ files, pages, attributes }: ReadEdition): string[] {
  const idsByPage = new Map(pages.map((page) => [page, new Set<string>()]));
  for (const { page, name, value } of attributes) if (name === 'id') idsByPage.get(page)?.add(value);
  const links = attributes.filter(({ name, value }) => ['href', 'src', 'action'].includes(name) && !/^[a-z][a-z0-9+.-]*:/i.test(value));
  return links.flatMap(({ page, value }) => {
    const [path = '', fragment = ''] = value.replace(/\?[^#]*/, '').split('#');
    const target = path ? posix.join(posix.dirname(page), decodeURI(path)) : page;
    const lands = files.has(target) && (!fragment || (idsByPage.get(target)?.has(decodeURIComponent(fragment)) ?? true));
    return lands ? [] : [`${page}: ${value}`];
  });
}

/** Addresses in an edition that begin at the root of the disk; those in `data-words` are copied, and never opened from there. */
export const listRootAddresses = ({ attributes }: ReadEdition): string[] =>
  attributes.filter(({ name, value }) => value.startsWith('/') && name !== 'data-words').map(({ page, value }) => `${page}: ${value}`);
