import { describe, expect, it } from 'vitest';
import { toDiskAddress } from '../../src/integrations/offline/disk-address.ts';
import { rewritePage } from '../../src/integrations/offline/rewrite-page.ts';
import { rewriteStyles } from '../../src/integrations/offline/rewrite-styles.ts';

const files = new Set([
  'index.html',
  'search/index.html',
  'decisions/index.html',
  'decisions/11-222-333/index.html',
  'decisions/11-222-333/cite.bib',
  'assets/site.css',
  'assets/site.js',
  'assets/serif.woff2',
]);
const edition = { title: 'A made-up archive', asOf: '2024-01-01', publication: { site: 'https://example.org', base: '/' }, files };
const under = { ...edition, publication: { site: 'https://example.org', base: '/archive' } };
const PAGE = 'decisions/11-222-333/index.html';

describe('toDiskAddress', () => {
  it.each([
    ['/', '../../index.html'],
    ['/decisions/', '../index.html'],
    ['/decisions/11-222-333/#p-1', '#p-1'],
    ['/decisions/11-222-333/', 'index.html'],
    ['/decisions/11-222-333/cite.bib', 'cite.bib'],
    ['/search/?q=late&kind=quotation#results', '../../search/index.html?q=late&kind=quotation#results'],
    ['/decisions', '../index.html'],
    ['../', '../index.html'],
    ['#p-1', '#p-1'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['https://example.com/decisions/', 'https://example.com/decisions/'],
  ])('leads from a page to %s', (address, expected) => {
    expect(toDiskAddress(address, PAGE, edition)).toBe(expected);
  });

  it('leaves the base path behind', () => {
    expect(toDiskAddress('/archive/', PAGE, under)).toBe('../../index.html');
    expect(toDiskAddress('/archive/decisions/#a', PAGE, under)).toBe('../index.html#a');
  });

  it('leads to the web where the edition does not have the file, or the address is beside the site', () => {
    expect(toDiskAddress('/archive/downloads/upheld-offline.zip', PAGE, under)).toBe(
      'https://example.org/archive/downloads/upheld-offline.zip',
    );
    expect(toDiskAddress('/elsewhere/', PAGE, under)).toBe('https://example.org/elsewhere/');
  });
});

const write = (head: string, main: string) =>
  `<!DOCTYPE html><html lang="en-GB"><head>${head}</head><body><main id="main">${main}</main></body></html>`;
const rewrite = (head: string, main = '') => rewritePage(write(head, main), PAGE, edition);

describe('rewritePage', () => {
  it('loads modules as scripts that run when the page is read, and what it loads from beside itself', () => {
    const page = rewrite(
      '<script type="module" src="/assets/site.js"></script><link rel="stylesheet" href="/assets/site.css" crossorigin>',
    );
    expect(page).toContain('<script src="../../assets/site.js" defer></script><link rel="stylesheet" href="../../assets/site.css">');
  });

  it('keeps what tells of the page on the web, and leaves out what only a server can give', () => {
    const kept =
      '<link rel="canonical" href="https://example.org/decisions/11-222-333/"><meta property="og:url" content="https://example.org/">';
    const page = rewrite(
      `${kept}<link rel="preload" href="/assets/serif.woff2" as="font" crossorigin><link rel="manifest" href="/m.webmanifest"><meta http-equiv="Content-Security-Policy" content="default-src 'self'">`,
    );
    expect(page).toContain(`<head>${kept}</head>`);
  });

  it('rewrites the addresses of forms and of our own elements, and tells the search how files are called', () => {
    const page = rewrite(
      '',
      '<form action="/search/"><link-note data-search="/search/"></link-note></form><record-search data-base></record-search>',
    );
    expect(page).toContain('<form action="../../search/index.html"><link-note data-search="../../search/index.html">');
    expect(page).toContain('<record-search data-base="../.." data-page-file="index.html">');
  });

  it('leaves alone what stands in data, in comments and in words', () => {
    const text = '<!-- <a href="/"> --><script type="application/ld+json">{"a":"<a href=\\"/\\">"}</script><p>href="/"</p>';
    expect(rewrite('', text)).toContain(text);
  });

  it('says before the text which edition it is, of which day, and where the page and the sums are', () => {
    const page = rewrite('');
    expect(page).toContain('data-root="../../" data-live="https://example.org/decisions/11-222-333/"');
    expect(page).toMatch(
      /Offline copy of A made-up archive, brought up to 1 January 2024\..*href="https:\/\/example\.org\/decisions\/11-222-333\/".*href="\.\.\/\.\.\/SHA256SUMS".*<main/,
    );
  });

  it('refuses what would be loaded from elsewhere, and a page with no place for the note', () => {
    expect(() => rewrite('', '<img src="https://example.com/a.png">')).toThrow('loads https://example.com/a.png');
    expect(() => rewrite('<link rel="stylesheet" href="/assets/gone.css">')).toThrow('loads /assets/gone.css');
    expect(() => rewritePage('<p>No frame</p>', PAGE, edition)).toThrow('has no main element');
  });
});

it('rewrites the addresses in styles', () => {
  expect(rewriteStyles('@font-face{src:url(/assets/serif.woff2)format("woff2")}a{fill:url("#a")}', 'assets/site.css', edition)).toBe(
    '@font-face{src:url(serif.woff2)format("woff2")}a{fill:url("#a")}',
  );
  expect(() => rewriteStyles('a{background:url("/assets/gone.svg")}', 'assets/site.css', edition)).toThrow('loads /assets/gone.svg');
});
