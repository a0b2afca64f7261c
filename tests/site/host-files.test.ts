import { readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { mediaTypes, unknownType } from '../../src/exports/media-types.ts';
import { listSiteFiles } from '../../src/integrations/checksums.ts';
import { readCaddy, readHeadersFile, readNginx } from '../exports/read-headers.ts';

const site = inject('site');
const read = (name: string) => readFileSync(join(site, name), 'utf8');
const files = listSiteFiles(site).filter((path) => !path.startsWith('_'));
const hosts = {
  nginx: readNginx(read('_headers.nginx.conf')),
  Caddy: readCaddy(read('_headers.caddy')),
  Netlify: readHeadersFile(read('_headers'), 'last'),
  Cloudflare: readHeadersFile(read('_headers'), 'join'),
};

test.each(Object.entries(hosts))(
  '%s is told to keep for ever what is under /assets/, and no other file of the site',
  (_host, headersOf) => {
    const kept = files.filter((path) => /immutable/.test(headersOf(`/${path}`).get('cache-control') ?? ''));
    expect(kept.length).toBeGreaterThan(10);
    expect(kept).toEqual(files.filter((path) => path.startsWith('assets/')));
  },
);

test('every file that is kept for ever has a digest in its name', () => {
  const kept = files.filter((path) => path.startsWith('assets/')).map((path) => basename(path));
  expect(kept.filter((name) => !/[.-][\w-]{8}\.(?:css|js|woff2)$/.test(name))).toEqual([]);
});

test('every kind of file has its type, but for those that only a script of the site reads', () => {
  const known = new Set(mediaTypes.map(([ending]) => `.${ending}`));
  const unknown = files.filter((path) => !known.has(extname(path)) && !path.startsWith('pagefind/') && path !== 'SHA256SUMS');
  expect(unknown).toEqual([]);
});

test('nginx and Caddy are told the same types', () => {
  const types = (text: string, line: RegExp) =>
    [...text.matchAll(line)].map(([, first, second]) => `${first} ${second}`.replace(/; charset=utf-8/, '')).toSorted();
  const expected = mediaTypes.map(([ending, type]) => `${ending} ${type}`).toSorted();
  expect(types(read('_headers.caddy'), /^header @upheld_(\w+) Content-Type "(.*)"$/gm)).toEqual(expected);
  expect(types(read('_headers.nginx.conf').replace(/^ {2}(\S+) (\w+);$/gm, 'type $2 $1'), /^type (\w+) (\S+)$/gm)).toEqual(expected);
  expect(read('_headers.nginx.conf')).toContain(`default_type ${unknownType};`);
});
