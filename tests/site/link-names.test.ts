import type { Element, Root } from 'hast';
import { rehype } from 'rehype';
import { SKIP, visitParents } from 'unist-util-visit-parents';
import { expect, inject, test } from 'vitest';
import { readSite, textOf } from './read-site.ts';

/** What is said of a link or button when it is read out alone, and where it leads. */
interface Named {
  name: string;
  address: string;
  /** Names are compared within one landmark, whose name is read out too; citations in brackets and explained terms are told by that. */
  among: string;
}

const SAY_NOTHING =
  /^(?:|here|click here|this|this page|link|more|read more|learn more|more information|details|see|go|next|back|open|view|download)$/i;
const LANDMARKS = ['header', 'nav', 'footer', 'aside', 'main'];

const isHidden = ({ properties }: Element) => properties['ariaHidden'] === 'true' || properties['hidden'] === true;

function nameOf(element: Element): string {
  const { ariaLabel } = element.properties;
  if (typeof ariaLabel === 'string') return ariaLabel;
  const pictures: string[] = [];
  visitParents(element, 'element', ({ properties }) => void (properties['alt'] && pictures.push(String(properties['alt']))));
  return [textOf(element), ...pictures].join(' ').trim();
}

/** One thing has one place, however the link to it is written: an event stands on the timeline, and has a page for sharing. */
function toPlace(href: string, path: string): string {
  const { href: whole, origin, pathname, hash } = new URL(href, `https://site.test${path}`);
  if (origin !== 'https://site.test') return whole;
  const [, event] = /^\/timeline\/(?:\d{4}\/)?(\d{4}-[^/]+)\/$/.exec(pathname) ?? [];
  return event ? `/timeline/#${event}` : pathname.replace(/^\/timeline\/\d{4}\/$/, '/timeline/') + hash;
}

function listNamed(tree: Root, path: string): Named[] {
  const named: Named[] = [];
  visitParents(tree, 'element', (element, parents) => {
    if (isHidden(element)) return SKIP;
    if (element.tagName !== 'a' && element.tagName !== 'button') return undefined;
    const { href, className } = element.properties;
    const name = nameOf(element);
    // A paragraph is called by its first words, and others may begin alike; the link stands in the paragraph that it leads to.
    if (String(className).includes('permalink') && name.startsWith('Link to: ')) return undefined;
    const around = parents.filter((parent) => parent.type === 'element');
    const landmark = around.findLast(({ tagName }) => LANDMARKS.includes(tagName));
    const classes = [element, ...around].flatMap(({ properties }) => properties['className'] ?? []);
    const told = ['cite', 'term'].find((name) => classes.includes(name));
    const among = [landmark?.tagName, landmark?.properties['ariaLabel'], told].join(' ');
    named.push({ name, address: typeof href === 'string' ? toPlace(href, path) : 'a button', among });
    return undefined;
  });
  return named;
}

function findFaults(tree: Root, path: string): string[] {
  const known = new Map<string, string>();
  return listNamed(tree, path).flatMap(({ name, address, among }) => {
    if (SAY_NOTHING.test(name)) return [`${path}: “${name}” leads to ${address}`];
    const before = known.get(`${among}\n${name}`) ?? address;
    known.set(`${among}\n${name}`, before);
    return before === address ? [] : [`${path}: “${name}” leads to ${before} and to ${address}`];
  });
}

test('every link and button has a name that says alone where it leads, and no two of a page have one name and lead elsewhere', () => {
  const pages = readSite(inject('site'));
  expect(pages.flatMap(({ tree, path }) => listNamed(tree, path)).length).toBeGreaterThan(5000);
  expect(pages.flatMap(({ tree, path }) => findFaults(tree, path))).toEqual([]);
});

const judge = (html: string) => findFaults(rehype().data('settings', { fragment: true }).parse(`<main>${html}</main>`), '/page/');

test.each([
  ['a link that says only “here”', 'See <a href="/a/">here</a>.'],
  ['a button that says only “More”', '<button>More</button>'],
  ['a link without words', '<a href="/a/"><img src="x.png" alt=""></a>'],
  ['one name for two addresses', '<p><a href="/a/">The finding</a></p><p><a href="/b/">The finding</a></p>'],
  ['one name for two passages', '<a href="#a">The finding</a><a href="#b">The finding</a>'],
  ['one label for two addresses', '<a href="/a/" aria-label="It">A</a><a href="/b/" aria-label="It">B</a>'],
])('%s is told', (_what, html) => {
  expect(judge(html)).toHaveLength(1);
});

test.each([
  ['two names for two addresses', '<a href="/a/">The finding of 2022</a><a href="/b/">The finding of 2023</a>'],
  ['one name twice for one address', '<a href="/page/#a">The finding</a><a href="#a">The finding</a>'],
  ['labels that tell two links apart', '<a href="/a/" aria-label="More of A">More</a><a href="/b/" aria-label="More of B">More</a>'],
  ['a picture with its words', '<a href="/a/"><img src="x.png" alt="The finding"></a>'],
  ['one name in two landmarks', '<a href="/a/">Sources</a><nav aria-label="Contents"><a href="#s">Sources</a></nav>'],
])('%s is not', (_what, html) => {
  expect(judge(html)).toEqual([]);
});
