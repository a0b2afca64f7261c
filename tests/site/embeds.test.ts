import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { embedListUrl, embedQuoteUrl, FRAMED } from '../../src/graph/urls.ts';
import { byTag, type BuiltPage, readSite, textOf } from './read-site.ts';

const site = inject('site');
const pages = readSite(site);
const pageByPath = new Map(pages.map((page) => [page.path, page]));
const { archive } = loadArchive(process.cwd());
if (!archive) throw new Error('The content has problems');
const embeds = pages.filter(({ path }) => path.startsWith(FRAMED));

const linkOf = (page: BuiltPage, rel: string) =>
  byTag(page, 'link').find(({ properties }) => String(properties['rel']) === rel)?.properties['href'];
const mainOf = (page: BuiltPage) => byTag(page, 'main').map(textOf).join(' ');

test('there is one for the timeline, for the recommendations and for each quotation', () => {
  const expected = [embedListUrl('timeline'), embedListUrl('recommendations'), ...archive.quotes.map(({ id }) => embedQuoteUrl(id))];
  expect(embeds.map(({ path }) => path).toSorted()).toEqual(expected.toSorted());
});

test('each runs no script, is light, asks not to be indexed, and leads out of the frame to the whole page', () => {
  const faults = embeds.flatMap((page) => {
    const style = String(linkOf(page, 'stylesheet'));
    const weight = gzipSync(page.html).length + gzipSync(readFileSync(join(site, style))).length;
    const whole = new URL(String(linkOf(page, 'canonical'))).pathname;
    const robots = byTag(page, 'meta').find(({ properties }) => properties['name'] === 'robots')?.properties['content'];
    const fetched = byTag(page, 'script', 'img', 'iframe', 'link').filter(
      ({ tagName, properties }) => !(tagName === 'link' && ['canonical', 'icon', 'stylesheet'].includes(String(properties['rel']))),
    );
    return [
      ...fetched.map(({ tagName }) => `${page.path}: fetches by ${tagName}`),
      ...(weight < 6000 ? [] : [`${page.path}: ${weight} bytes`]),
      ...(robots === 'noindex' ? [] : [`${page.path}: may be indexed`]),
      ...(pageByPath.has(whole) && !whole.startsWith(FRAMED) ? [] : [`${page.path}: no whole page`]),
      ...(byTag(page, 'a').some(({ properties }) => properties['href'] === whole) ? [] : [`${page.path}: no link to ${whole}`]),
      ...(byTag(page, 'base')[0]?.properties['target'] === '_blank' ? [] : [`${page.path}: links open in the frame`]),
    ];
  });
  expect(faults).toEqual([]);
});

test('a quotation keeps its exact words, its voice and how far it was checked', () => {
  for (const { id, data } of archive.quotes) {
    const [whole, embed] = [pageByPath.get(`/quotes/${id}/`), pageByPath.get(embedQuoteUrl(id))];
    if (!whole || !embed) throw new Error(`A page of ${id} is missing`);
    expect(mainOf(embed), id).toContain(`“${data.text.replace(/\s+/g, ' ')}”`);
    const [voice] = byTag(embed, 'strong').map(textOf);
    const [check] = embed.elements.filter(({ properties }) => properties['className']?.toString().startsWith('check')).map(textOf);
    expect(mainOf(whole), id).toContain(`Who is speaking ${voice}`);
    expect(mainOf(whole), id).toContain(`How far checked ${check}`);
  }
});

test('the HTML to paste stands beside what it shows: a frame of a page that is there, which may do no more than open links', () => {
  const pairs = [
    ['/timeline/', embedListUrl('timeline')],
    ['/recommendations/', embedListUrl('recommendations')],
    ...archive.quotes.map(({ id }) => [`/quotes/${id}/`, embedQuoteUrl(id)] as const),
  ] as const;
  for (const [path, embed] of pairs) {
    const [code] = byTag(pageByPath.get(path)!, 'textarea')
      .map(textOf)
      .filter((text) => text.startsWith('<iframe'));
    expect(code, path).toMatch(/^<iframe src="https?:\/\/[^"<>]+" title="[^"<>]+" width="100%" height="\d{3,4}" /);
    expect(code, path).toContain(`${embed}"`);
    expect(code, path).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  }
});
