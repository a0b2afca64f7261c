import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { compareSite } from '../../scripts/check-release/compare-site.ts';
import { openCopy } from '../../scripts/check-release/open-copy.ts';
import { listHeaders } from '../../src/exports/host-headers.ts';
import { isText, mediaTypes, unknownType } from '../../src/exports/media-types.ts';
import { CHECKSUMS, listSiteFiles } from '../../src/integrations/checksums.ts';
import type { HostAnswers } from '../../src/integrations/host-redirects.ts';
import { ask } from './ask.ts';
import { type ServedCopy, serveCopy, toPath } from './serve-copy.ts';

const servers = ['nginx', 'Caddy'] as const;
const longAddress = `/quotes/24-005-859/${'a-very-long-name-'.repeat(20)}/`;
const answers: HostAnswers = {
  moved: [
    ['/themes/old/', '/themes/'],
    ['/about/', '/method/#s-sources'],
    [longAddress, '/quotes/'],
  ],
  withdrawn: ['/glossary/'],
};
let copy: ServedCopy;
let files: string[] = [];

beforeAll(async () => {
  copy = await serveCopy(inject('site'), servers, answers);
  files = copy.files.filter((file) => !['/about/', '/glossary/'].includes(toPath(file)));
}, 120_000);
afterAll(() => copy.remove());

const typeByEnding = new Map(mediaTypes.map(([ending, type]) => [`.${ending}`, isText(`a.${ending}`) ? `${type}; charset=utf-8` : type]));

test.for(servers)('%s sends every file with its type and the headers that it is told', async (name, { skip }) => {
  const origin = copy.originOf(name, skip);
  const wrong: string[] = [];
  for (const file of files) {
    const { status, headers, body } = await ask(origin, toPath(file));
    if (status !== 200 || !body.equals(copy.read(file))) wrong.push(`${file}: ${status}, or other bytes`);
    for (const [header, value] of listHeaders(toPath(file))) {
      const sent = headers[header.toLowerCase()];
      if (sent !== value) wrong.push(`${file}: ${header}: ${String(sent)}`);
    }
    const type = typeByEnding.get(extname(file)) ?? (name === 'nginx' ? unknownType : undefined);
    if (type !== undefined && headers['content-type'] !== type) wrong.push(`${file}: ${headers['content-type']}`);
  }
  expect(wrong).toEqual([]);
});

test.for(servers)('%s sends the page that says so where nothing is, and lets it be asked for again', async (name, { skip }) => {
  const origin = copy.originOf(name, skip);
  for (const path of ['/none/', '/assets/none.js', '/none.csv', '/assets/', '/decisions/24-005-859/none.png']) {
    const { status, headers, body } = await ask(origin, path);
    expect([path, status, headers['cache-control'], headers['content-type']]).toEqual([path, 404, 'no-cache', 'text/html; charset=utf-8']);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(body.equals(copy.read('404.html'))).toBe(true);
  }
});

test.for(servers)('%s answers for what is unchanged with 304, and for what has changed with the new words', async (name, { skip }) => {
  const origin = copy.originOf(name, skip);
  const page = join(copy.site, 'probe/index.html');
  mkdirSync(join(copy.site, 'probe'), { recursive: true });
  writeFileSync(page, 'The first words');
  const tagOf = async (path: string, packing: string) => (await ask(origin, path, { 'Accept-Encoding': packing })).headers.etag ?? '';
  for (const path of ['/', '/feed.xml', '/data/archive.json', '/probe/']) {
    for (const packing of ['gzip', 'identity']) {
      const known = { 'Accept-Encoding': packing, 'If-None-Match': await tagOf(path, packing) };
      const { status, headers, body } = await ask(origin, path, known);
      expect([path, packing, status, headers['cache-control'], body.length]).toEqual([path, packing, 304, 'no-cache', 0]);
    }
  }
  const known = { 'If-None-Match': await tagOf('/probe/', 'identity') };
  writeFileSync(page, 'The words as they were corrected');
  expect((await ask(origin, '/probe/', known)).body.toString()).toBe('The words as they were corrected');
  rmSync(join(copy.site, 'probe'), { recursive: true });
});

test.for([
  ['nginx', 'gzip', 'gz'],
  ['Caddy', 'gzip', 'gz'],
  ['Caddy', 'br', 'br'],
] as const)('%s sends a browser that takes %s the packed copies, byte for byte', async ([name, packing, ending], { skip }) => {
  const origin = copy.originOf(name, skip);
  const present = new Set(listSiteFiles(copy.site));
  // Of the page for what is not there, Caddy sends no packed copy.
  const packed = files.filter((file) => file !== '404.html' && present.has(`${file}.${ending}`));
  expect(packed.length).toBeGreaterThan(300);
  const wrong: string[] = [];
  for (const file of packed) {
    const { headers, body } = await ask(origin, toPath(file), { 'Accept-Encoding': packing });
    const isTold = headers['content-encoding'] === packing && headers.vary === 'Accept-Encoding';
    if (!isTold || !body.equals(copy.read(`${file}.${ending}`))) wrong.push(`${file}: ${headers['content-encoding']}`);
  }
  expect(wrong).toEqual([]);
});

test('nginx sends on what moved with what was asked, and says of what was withdrawn that it is gone', async ({ skip }) => {
  const origin = copy.originOf('nginx', skip);
  const follow = async (path: string) => {
    const { status, headers } = await ask(origin, path);
    return [status, headers.location];
  };
  expect(await follow('/themes/old/')).toEqual([301, '/themes/']);
  expect(await follow('/themes/old/?seen=12345678')).toEqual([301, '/themes/?seen=12345678']);
  expect(await follow('/about/?seen=12345678')).toEqual([301, '/method/?seen=12345678#s-sources']);
  expect(await follow(longAddress)).toEqual([301, '/quotes/']);
  expect((await ask(origin, '/themes/old/')).headers['content-security-policy']).toContain("frame-ancestors 'none'");
  const gone = await ask(origin, '/glossary/');
  expect([gone.status, gone.headers['cache-control'], gone.body.equals(copy.read('glossary/index.html'))]).toEqual([410, 'no-cache', true]);
});

test('a packed copy with other words than its file is found by the check of a release', async ({ skip }) => {
  const origin = copy.originOf('nginx', skip);
  const right = copy.read('index.html.gz');
  const listFaults = async () => {
    const { faults } = await compareSite(copy.read(CHECKSUMS).toString(), openCopy(`${origin}/`));
    return faults.map((fault) => fault.split(' ')[0]);
  };
  expect(await listFaults()).toEqual([]);
  writeFileSync(join(copy.site, 'index.html.gz'), gzipSync(`${gunzipSync(right).toString()}<!-- older -->`));
  expect(await listFaults()).toEqual(['index.html']);
  writeFileSync(join(copy.site, 'index.html.gz'), right);
});
