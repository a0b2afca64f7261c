import { execFile } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { serveFolder } from '../../../scripts/serve.ts';
import { digestOf, listSiteFiles, readChecksums, writeChecksums } from '../../../src/integrations/checksums.ts';
import { makeFolder } from '../../builders/files.ts';

const FILES = { 'index.html': 'Home', 'terms/index.html': 'Tŷ', 'data/a b.json': '{}', '404.html': 'Not here', _headers: '/*' };

/** A site with its list of digests. */
function makeSite(): string {
  const site = makeFolder(FILES);
  writeFileSync(join(site, 'SHA256SUMS'), writeChecksums(Object.entries(FILES).map(([path, text]) => [path, digestOf(Buffer.from(text))])));
  return site;
}

/** Runs the command as an editor does. */
async function check(...args: string[]): Promise<{ status: number; output: string; errors: string }> {
  const run = promisify(execFile)(process.execPath, ['scripts/check-release.ts', ...args]);
  return run.then(
    ({ stdout, stderr }) => ({ status: 0, output: stdout, errors: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({ status: error.code, output: error.stdout, errors: error.stderr }),
  );
}

async function serve(site: string, change?: (listener: RequestListener) => RequestListener): Promise<string> {
  const { server, address } = await serveFolder(site, 0);
  onTestFinished(() => void server.close());
  if (!change) return address;
  const inner = server.listeners('request')[0] as RequestListener;
  const outer = createServer(change(inner));
  onTestFinished(() => void outer.close());
  await new Promise<void>((resolve) => void outer.listen(0, '127.0.0.1', resolve));
  const bound = outer.address();
  return `http://127.0.0.1:${bound && typeof bound === 'object' ? bound.port : 0}/`;
}

test('a folder that is what was released is told so', async () => {
  const site = makeSite();
  expect(await check(site)).toEqual({
    status: 0,
    output: `5 files of ${site} are byte for byte those that were released, by its own list.\n`,
    errors: '',
  });
});

test('in a folder the file that is changed, missing or added is named', async () => {
  const site = makeSite();
  writeFileSync(join(site, 'terms/index.html'), 'Ty');
  rmSync(join(site, '_headers'));
  writeFileSync(join(site, 'stray.txt'), '');
  const { status, errors } = await check(site);
  expect(status).toBe(1);
  expect(errors.split('\n')).toEqual([
    '_headers is missing.',
    'stray.txt was not released.',
    expect.stringMatching(/^terms\/index\.html is not the file that was released: its SHA-256 is [0-9a-f]{64}, not [0-9a-f]{64}\.$/),
    '3 files are not.',
    '',
  ]);
});

test('a packed copy is no fault where it holds its file as released, and is named where it does not', async () => {
  const site = makeSite();
  writeFileSync(join(site, 'index.html.gz'), gzipSync('Home'));
  writeFileSync(join(site, 'index.html.br'), brotliCompressSync('Home'));
  expect(await check(site)).toMatchObject({ status: 0, errors: '' });
  writeFileSync(join(site, 'index.html.gz'), gzipSync('House'));
  writeFileSync(join(site, 'index.html.br'), 'broken');
  writeFileSync(join(site, 'gone.html.gz'), gzipSync('Gone'));
  const { status, errors } = await check(site);
  expect([status, ...errors.split('\n')]).toEqual([
    1,
    'gone.html.gz was not released.',
    'index.html.br does not unpack to index.html as it was released. Run npm run precompress on this folder.',
    'index.html.gz does not unpack to index.html as it was released. Run npm run precompress on this folder.',
    '3 files are not.',
    '',
  ]);
});

test('a site at an address is held against the list of its release', async () => {
  const site = makeSite();
  expect(await check(await serve(site))).toMatchObject({ status: 0, errors: '' });
  writeFileSync(join(site, 'index.html'), 'House');
  const { status, errors } = await check(await serve(site));
  expect([status, errors.split('\n')[0]]).toEqual([1, expect.stringContaining('index.html is not the file that was released')]);
});

test('a list of one’s own tells what the list of the site hides', async () => {
  const [site, released] = [makeSite(), makeSite()];
  writeFileSync(join(site, 'index.html'), 'House');
  writeFileSync(
    join(site, 'SHA256SUMS'),
    writeChecksums(
      listSiteFiles(site).map((path) => [
        path,
        digestOf(Buffer.from(path === 'index.html' ? 'House' : (Reflect.get(FILES, path) as string))),
      ]),
    ),
  );
  const address = await serve(site);
  expect(await check(address)).toMatchObject({ status: 0 });
  expect(await check(address, '--sums', join(released, 'SHA256SUMS'))).toMatchObject({ status: 1 });
});

test('what a host keeps to itself or sends on is no fault, and an error of the host is one', async () => {
  const answer =
    (path: string, status: number) =>
    (listener: RequestListener): RequestListener =>
    (request, response) => {
      if (request.url !== path) return listener(request, response);
      response.writeHead(status, { location: '/' });
      response.end();
    };
  expect(await check(await serve(makeSite(), answer('/_headers', 404)))).toMatchObject({ status: 0 });
  expect(await check(await serve(makeSite(), answer('/terms/', 301)))).toMatchObject({
    status: 0,
    output: expect.stringContaining('terms/index.html is not shown: the host sends on from there.'),
  });
  expect(await check(await serve(makeSite(), answer('/terms/', 500)))).toMatchObject({
    status: 1,
    errors: expect.stringContaining('terms/index.html was answered with the status 500'),
  });
});

test('a copy without a list, and a list that is none, are told', async () => {
  expect(await check(makeFolder({ 'index.html': '' }))).toMatchObject({ status: 1, errors: expect.stringContaining('has no SHA256SUMS') });
  expect(await check(makeFolder({ SHA256SUMS: 'x' }))).toMatchObject({
    status: 1,
    errors: expect.stringContaining('"x" is no line of SHA256SUMS'),
  });
  expect(await check()).toMatchObject({ status: 1, errors: expect.stringContaining('Usage: npm run check-release') });
});

test('a list reads back as it was written', () => {
  const digests = Object.entries(FILES).map(([path, text]) => [path, digestOf(Buffer.from(text))] as const);
  expect([...readChecksums(writeChecksums(digests))]).toEqual(digests);
});
