import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeArchive } from '../../scripts/bench/write-archive.ts';
import { splitAddress } from '../../src/graph/addresses.ts';
import type { Archive } from '../../src/graph/archive.ts';
import { FULL } from '../../src/graph/list-parts.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { type BuiltSite, doesLand, readBuiltSite } from '../../src/integrations/built-site.ts';
import { targetKinds } from '../../src/schema/reference.ts';

const OUT = '.upheld/long-site';
const content = mkdtempSync(join(tmpdir(), 'long lists '));
let site = '';
let archive: Archive;
let built: BuiltSite;

beforeAll(() => {
  writeArchive(content, FULL + 10);
  const loaded = loadArchive(process.cwd(), content).archive;
  if (!loaded) throw new Error('The made-up archive has problems');
  archive = loaded;
  execFileSync(process.execPath, ['scripts/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, UPHELD_CONTENT: content, UPHELD_OUT: OUT },
  });
  site = realpathSync(resolve(OUT));
  built = readBuiltSite(site);
}, 900_000);

afterAll(() => {
  rmSync(content, { recursive: true, force: true });
  rmSync(site, { recursive: true, force: true });
  rmSync(resolve(OUT), { force: true });
});

test('every record of a long archive has its address in the built site', () => {
  const lost = [...archive.labels.keys()].filter((key) => {
    const kind = targetKinds.find((known) => key.startsWith(`${known}:`));
    if (!kind) return true;
    return !doesLand(built, ...splitAddress(archive.urlOf(kind, key.slice(kind.length + 1))));
  });
  expect([...archive.parts.keys()]).toEqual(['event', 'recommendation']);
  expect(lost).toEqual([]);
});

test('every link of a list leads to a page', () => {
  const lists = [...built.pageByPath].filter(([path]) =>
    /^\/(?:timeline|quotes|decisions|sources|recommendations|payments|people|changes|search)\/(?:[^/]+\/)?$/.test(path),
  );
  const dead = lists.flatMap(([path, { links }]) =>
    links.filter((link) => !doesLand(built, ...splitAddress(link))).map((link) => `${path} -> ${link}`),
  );
  expect(dead).toEqual([]);
});

test('a year of the timeline stays small', () => {
  const years = (archive.parts.get('event') ?? []).map((part) => readFileSync(join(site, 'timeline', part, 'index.html')));
  expect(Math.max(...years.map((html) => gzipSync(html).length))).toBeLessThan(150 * 1024);
});
