import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { listSiteFiles } from '../../src/integrations/checksums.ts';
import { precompress } from '../../src/integrations/precompress.ts';

const site = inject('site');
const released = listSiteFiles(site);
const copy = mkdtempSync(join(tmpdir(), 'upheld-packed-'));
const read = (path: string) => readFileSync(join(copy, path));

beforeAll(() => {
  cpSync(site, copy, { recursive: true });
  precompress(copy);
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test('each packed copy of the built site unpacks to its file, which is as it was', () => {
  const packed = listSiteFiles(copy).filter((path) => !released.includes(path));
  expect(packed.length).toBeGreaterThan(500);
  const wrong = packed.filter((path) => {
    const bytes = path.endsWith('.gz') ? gunzipSync(read(path)) : brotliDecompressSync(read(path));
    return !bytes.equals(readFileSync(join(site, path.replace(/\.\w+$/, ''))));
  });
  expect(wrong).toEqual([]);
});

test('no file of the built site would gain much by a copy that it has not', () => {
  const isLeftOut = (path: string) => path === 'SHA256SUMS' || path.startsWith('_') || path.endsWith('.png');
  const without = released.filter((path) => !isLeftOut(path) && !existsSync(join(copy, `${path}.gz`)));
  const losing = without.filter((path) => {
    const bytes = read(path);
    return bytes.length >= 1024 && gzipSync(bytes).length < bytes.length * 0.8;
  });
  expect(losing).toEqual([]);
});
