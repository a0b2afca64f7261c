import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { serveFolder } from '../../scripts/serve.ts';
import { makeFolder } from '../builders/files.ts';

test('a page is served, and an address where nothing is gets the page that says so, as not found', async () => {
  const folder = makeFolder({ 'a/index.html': 'A page', '404.html': 'Nothing is here' });
  const { server, address } = await serveFolder(folder, 0, '/base/');
  onTestFinished(() => void server.close());
  const ask = async (path: string) => {
    const response = await fetch(`${address}${path}`);
    return [response.status, await response.text()];
  };
  expect([await ask('a/'), await ask('b/')]).toEqual([
    [200, 'A page'],
    [404, 'Nothing is here'],
  ]);
});

test('what is missing among the files that are kept for ever is asked for again', async () => {
  const { server, address } = await serveFolder(makeFolder({ 'assets/a.12345678.js': '' }), 0);
  onTestFinished(() => void server.close());
  const caching = async (path: string) => (await fetch(`${address}${path}`)).headers.get('cache-control');
  expect([await caching('assets/a.12345678.js'), await caching('assets/b.12345678.js')]).toEqual([
    expect.stringContaining('immutable'),
    'no-cache',
  ]);
});

test('a packed copy is sent to whoever takes it', async () => {
  const { server, address } = await serveFolder(makeFolder({ 'index.html': 'A page', 'index.html.gz': gzipSync('A page') }), 0);
  onTestFinished(() => void server.close());
  const response = await fetch(address);
  const { headers } = response;
  expect([headers.get('content-encoding'), headers.get('content-type'), await response.text()]).toEqual([
    'gzip',
    'text/html;charset=utf-8',
    'A page',
  ]);
  expect((await fetch(address, { headers: { 'accept-encoding': 'identity' } })).headers.get('content-encoding')).toBeNull();
});
