import { toAddress } from '../../exports/publication.ts';
import { readAttributes, replaceAttributes, replaceTags, type Tag } from '../html-tags.ts';
import { type Edition, rootFrom, toDiskAddress, toSitePath } from './disk-address.ts';
import { writeEditionNote } from './edition-note.ts';

/** Attributes that hold an address, ours among them. */
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'poster', 'data-search'];
/** What a browser loads with the page, and not only when a reader asks for it. */
const LOADED = ['script', 'img', 'image', 'use', 'audio', 'video', 'source', 'track', 'iframe', 'embed'];
/** Links that browsers do not follow on a disk, and complain of. */
const SERVED_ONLY = ['preload', 'modulepreload', 'manifest', 'search'];
/** Attributes that say how to ask a server. */
const SERVER_ATTRIBUTES = ['integrity', 'crossorigin'];
/** Whether a tag may have anything of all this: most have not, and need not be read. */
const CONCERNED = /\s(?:href|src|action|formaction|poster|data-search|data-base|integrity|crossorigin|http-equiv)(?![\w-])/i;
const WHOLE = /^[a-z][a-z0-9+.-]*:/i;

const isServedOnly = ({ name }: Tag, attributes: ReadonlyMap<string, string>): boolean =>
  (name === 'link' && SERVED_ONLY.includes(attributes.get('rel') ?? '')) ||
  (name === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy');

const isLoaded = ({ name }: Tag, attributes: ReadonlyMap<string, string>): boolean =>
  LOADED.includes(name) || (name === 'link' && ['stylesheet', 'icon', 'apple-touch-icon'].includes(attributes.get('rel') ?? ''));

const addAttributes = (tag: string, attributes: string): string => tag.replace(/\s*>$/, () => ` ${attributes}>`);

/** A tag with addresses that work on a disk, or nothing where the tag does not. */
function rewriteTag(tag: Tag, file: string, edition: Edition): string {
  if (!CONCERNED.test(tag.attributes)) return tag.source;
  const attributes = readAttributes(tag.attributes);
  if (isServedOnly(tag, attributes)) return '';
  const isModule = tag.name === 'script' && attributes.get('type') === 'module';
  const source = replaceAttributes(tag, (name, value) => {
    if (SERVER_ATTRIBUTES.includes(name) || (isModule && name === 'type')) return undefined;
    if (name === 'data-base') return rootFrom(file).slice(0, -1);
    if (!ADDRESSES.includes(name)) return value;
    const address = toDiskAddress(value, file, edition);
    if (isLoaded(tag, attributes) && WHOLE.test(address))
      throw new Error(`${file} loads ${value}, which the offline edition does not hold. Put it into the site, or leave it out`);
    return address;
  });
  return isModule ? addAttributes(source, 'defer') : source;
}

/**
 * A page of the site as a page of the offline edition: its links lead to files, its scripts are none that only a server can give, and it
 * says what it is. On its root element `data-root` leads to the root of the edition, and `data-live` to the page on the site.
 */
export function rewritePage(html: string, file: string, edition: Edition): string {
  const live = toAddress(edition.publication, toSitePath(file));
  const root = rootFrom(file);
  let isNoted = false;
  const page = replaceTags(html, (tag) => {
    if (tag.closes) return tag.source;
    const source = rewriteTag(tag, file, edition);
    if (tag.name === 'html') return addAttributes(source, `data-root="${root}" data-live="${live}"`);
    if (tag.name === 'record-search') return addAttributes(source, 'data-page-file="index.html"');
    if (tag.name !== 'main') return source;
    isNoted = true;
    return writeEditionNote(edition, live, root) + source;
  });
  if (!isNoted) throw new Error(`${file} has no main element, before which the offline edition says what it is`);
  return page;
}
