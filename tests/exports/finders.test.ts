import { describe, expect, test } from 'vitest';
import { toOpenSearch } from '../../src/exports/open-search.ts';
import { toRobots } from '../../src/exports/robots.ts';
import { toSecurityTxt } from '../../src/exports/security-txt.ts';
import { toSitemap, toSitemapIndex } from '../../src/exports/sitemap.ts';
import { toWebManifest } from '../../src/exports/web-manifest.ts';
import { buildMadeUp, publication } from './made-up-archive.ts';
import { listXmlFaults, readXml } from './validate-xml.ts';

const archive = buildMadeUp();

describe('a sitemap', () => {
  const addresses = ['https://record.example/archive/', 'https://record.example/archive/search/?a=1&b=2'];

  test('is valid and lists what it is given', () => {
    const xml = toSitemap(addresses);
    expect(listXmlFaults('sitemap', xml)).toEqual([]);
    expect(readXml(xml, '//s:loc', { s: 'http://www.sitemaps.org/schemas/sitemap/0.9' })).toEqual(addresses);
  });

  test('has a valid index', () => {
    expect(listXmlFaults('sitemap', toSitemapIndex(['https://record.example/archive/sitemap-0.xml']))).toEqual([]);
  });
});

describe('the OpenSearch description', () => {
  test('is valid, and leads to the search', () => {
    const xml = toOpenSearch(archive, publication);
    expect(listXmlFaults('open-search', xml)).toEqual([]);
    expect(xml).toContain('template="https://record.example/archive/search/?q={searchTerms}"');
  });

  test('keeps to its lengths, whatever the title', () => {
    const long = buildMadeUp({ title: 'A very long title & no room for it', subject: 'x'.repeat(2000), contact: 'a@record.example' });
    expect(listXmlFaults('open-search', toOpenSearch(long, publication))).toEqual([]);
  });
});

test('robots.txt lets everybody read and says where the sitemap is', () => {
  expect(toRobots(publication)).toBe('User-agent: *\nAllow: /\n\nSitemap: https://record.example/archive/sitemap-index.xml\n');
});

test('the web manifest holds under any base', () => {
  const manifest = JSON.parse(toWebManifest(archive));
  for (const address of [manifest.start_url, manifest.scope, ...manifest.icons.map(({ src }: { src: string }) => src)]) {
    expect(new URL(address, 'https://record.example/archive/manifest.webmanifest').href).toMatch(/^https:\/\/record\.example\/archive\//);
  }
});

describe('security.txt', () => {
  test('names the contact and the day until which it holds', () => {
    const text = toSecurityTxt(buildMadeUp({ contact: 'a@record.example', contactUntil: '2025-01-31' }), publication);
    expect(text?.split('\n')).toEqual([
      'Contact: mailto:a@record.example',
      'Expires: 2025-01-31T23:59:59Z',
      'Preferred-Languages: en',
      'Canonical: https://record.example/archive/.well-known/security.txt',
      '',
    ]);
  });

  test.each([{ contact: null, contactUntil: '2025-01-31' }, { contact: 'a@record.example' }])('is not there with %o alone', (settings) => {
    expect(toSecurityTxt(buildMadeUp(settings), publication)).toBeUndefined();
  });
});
