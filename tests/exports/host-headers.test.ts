import { expect, test } from 'vitest';
import { contentPolicy } from '../../src/exports/content-policy.ts';
import { listHeaders, toCaddyHeaders, toHeadersFile, toNginxHeaders } from '../../src/exports/host-headers.ts';
import { readCaddy, readHeadersFile, readNginx } from './read-headers.ts';
import { scoreHeaders } from './observatory.ts';

const FOLDERS = ['about', 'assets', 'data', 'embed', 'pagefind'];
const PATHS = ['/', '/about/', '/data/archive.json', '/assets/a.B1.js', '/embed/timeline/', '/pagefind/pagefind.js'];
const hosts = {
  'npm start': (path: string) => new Map(listHeaders(path).map(([name, value]) => [name.toLowerCase(), value])),
  nginx: readNginx(toNginxHeaders('')),
  Caddy: readCaddy(toCaddyHeaders('')),
  Netlify: readHeadersFile(toHeadersFile(FOLDERS, ''), 'last'),
  Cloudflare: readHeadersFile(toHeadersFile(FOLDERS, ''), 'join'),
};

const canFrame = (headers: ReadonlyMap<string, string>) =>
  !/frame-ancestors 'none'/.test(headers.get('content-security-policy') ?? '') && !headers.has('x-frame-options');

test.each(Object.entries(hosts))('%s sends the policy, once, with every file', (_host, read) => {
  for (const path of PATHS) {
    const policy = read(path).get('content-security-policy') ?? '';
    expect(policy.startsWith(contentPolicy), path).toBe(true);
    expect(policy.match(/default-src/g), path).toHaveLength(1);
    expect(read(path).get('referrer-policy'), path).toBe('no-referrer');
    expect(read(path).get('x-content-type-options'), path).toBe('nosniff');
  }
});

test.each(Object.entries(hosts))('%s lets nobody frame a page, but for those made for it', (_host, read) => {
  expect(PATHS.filter((path) => canFrame(read(path)))).toEqual(['/embed/timeline/']);
});

test.each(Object.entries(hosts))('%s keeps for ever what has a digest in its name, and nothing else', (_host, read) => {
  expect(PATHS.filter((path) => /immutable/.test(read(path).get('cache-control') ?? ''))).toEqual(['/assets/a.B1.js']);
});

test.each(Object.entries(hosts))('the MDN Observatory would give a site on %s 130 or more', (_host, read) => {
  expect(scoreHeaders(read('/'))).toBeGreaterThanOrEqual(130);
});

test.each([
  ['unsafe-inline', "script-src 'self'", "script-src 'self' 'unsafe-inline'"],
  ['unsafe-eval', "'wasm-unsafe-eval'", "'unsafe-eval'"],
  ['any image', "img-src 'self'", 'img-src http:'],
  ['another default', "default-src 'none'", "default-src 'self'"],
  ['frames', "frame-ancestors 'none'", 'frame-ancestors *'],
])('a policy that were to allow %s would not get that', (_what, from, to) => {
  const headers = hosts.nginx('/');
  headers.set('content-security-policy', (headers.get('content-security-policy') ?? '').replace(from, to));
  expect(scoreHeaders(headers)).toBeLessThan(130);
});

test.each([
  'referrer-policy',
  'strict-transport-security',
  'cross-origin-opener-policy',
  'content-security-policy',
  'x-content-type-options',
])('a host that were to leave out %s would not get that', (name) => {
  const headers = hosts.nginx('/');
  headers.delete(name);
  expect(scoreHeaders(headers)).toBeLessThan(130);
});

test('a site under a path has its rules there', () => {
  expect(readHeadersFile(toHeadersFile(FOLDERS, '/up'), 'join')('/up/about/').get('x-frame-options')).toBe('DENY');
  expect(canFrame(readNginx(toNginxHeaders('/up'))('/up/embed/a/'))).toBe(true);
  expect(canFrame(readCaddy(toCaddyHeaders('/up'))('/embed/a/'))).toBe(false);
});

test('the file for Netlify and Cloudflare keeps to the limits of both', () => {
  const lines = toHeadersFile(FOLDERS, '').split('\n');
  expect(lines.every((line) => line.length < 2000)).toBe(true);
  expect(lines.filter((line) => line.startsWith('/')).length).toBeLessThan(100);
});
