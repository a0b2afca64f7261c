import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveFolder } from '../../scripts/serve.ts';
import { archiveFiles } from '../builders/archive-folder.ts';
import { write } from '../builders/content.ts';
import { writeFiles } from '../builders/files.ts';

const KILLS = 20;
const BUILDS = '.upheld/builds';
const scratch = mkdtempSync(join(tmpdir(), 'publishing-'));
const out = join(scratch, 'site');
const makeContent = (word: string) =>
  writeFiles(join(scratch, word), { ...archiveFiles, 'terms/panel.mdx': write('term', { definition: `The ${word} panel.` }) });
const [oldContent, newContent] = [makeContent('old'), makeContent('new')];

const environment = (content: string, more: Record<string, string> = {}) => ({
  ...process.env,
  UPHELD_CONTENT: content,
  UPHELD_OUT: out,
  ...more,
});
const build = (content: string) => execFileSync(process.execPath, ['scripts/build.ts'], { env: environment(content), stdio: 'ignore' });

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Every file of a built site with its digest, by its address. */
function digestSite(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [relative(folder, file).replace(/(^|\/)index\.html$/, '$1'), digest(readFileSync(file))]),
  );
}

let oldSite: Map<string, string>;
let newSite: Map<string, string>;
let duration = 0;

beforeAll(() => {
  build(newContent);
  newSite = digestSite(realpathSync(out));
  const start = Date.now();
  build(oldContent);
  duration = Date.now() - start;
  oldSite = digestSite(realpathSync(out));
}, 120_000);

afterAll(() => {
  rmSync(realpathSync(out), { recursive: true, force: true });
  rmSync(scratch, { recursive: true, force: true });
});

/** Asks for every address again and again until told to stop, and lists the answers that belong to neither site. */
async function readInLoop(address: string, signal: AbortSignal): Promise<{ asked: number; wrong: string[] }> {
  const wrong: string[] = [];
  let asked = 0;
  while (!signal.aborted) {
    for (const path of new Set([...oldSite.keys(), ...newSite.keys()])) {
      if (signal.aborted) break;
      const response = await fetch(`${address}${path}`);
      const body = digest(new Uint8Array(await response.arrayBuffer()));
      asked += 1;
      // Files named by their content exist in one of the two sites only; its pages alone ask for them.
      const isRetired = response.status === 404 && !(oldSite.has(path) && newSite.has(path));
      if (!isRetired && body !== oldSite.get(path) && body !== newSite.get(path)) wrong.push(`${response.status} ${path}`);
    }
  }
  return { asked, wrong };
}

test('killed at any moment, every answer is wholly of one site, and the next build works', async () => {
  expect([...newSite].filter(([path, hash]) => oldSite.get(path) !== hash).length).toBeGreaterThan(0);
  const { server, address } = await serveFolder(out, 0);
  const stop = new AbortController();
  const reading = readInLoop(address, stop.signal);
  const torn: number[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawn(process.execPath, ['scripts/build.ts'], { env: environment(newContent), stdio: 'ignore' });
    await wait(((kill + 1) / KILLS) * duration * 1.05);
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    const now = digestSite(realpathSync(out));
    const isWhole = [oldSite, newSite].some((site) => site.size === now.size && [...site].every(([path, hash]) => now.get(path) === hash));
    if (!isWhole) torn.push(kill);
  }
  build(newContent);
  await wait(300);
  stop.abort();
  const { asked, wrong } = await reading;
  server.close();
  expect(asked).toBeGreaterThan(newSite.size);
  expect(wrong).toEqual([]);
  expect(torn).toEqual([]);
  expect(digestSite(realpathSync(out))).toEqual(newSite);
  expect(readdirSync(BUILDS).filter((name) => name.endsWith('.unfinished'))).toEqual([]);
}, 600_000);

/** The sites that are kept; the spare one, in which the next build works, may come and go. */
const listBuilds = () =>
  readdirSync(BUILDS)
    .filter((name) => !name.startsWith('spare'))
    .toSorted();

/** What a build leaves: the published folder, and its own folders under .upheld. */
const state = () => ({ link: readlinkSync(out), site: digestSite(realpathSync(out)), builds: listBuilds() });

test('a disk that takes no more bytes ends a build cleanly', () => {
  const before = state();
  // No file may grow past 64 KB, which a write then meets as it meets a full disk.
  const { status, signal, stderr } = spawnSync('bash', ['-c', 'trap "" XFSZ; ulimit -f 64; exec "$0" scripts/build.ts', process.execPath], {
    encoding: 'utf8',
    env: environment(oldContent),
  });
  expect({ status, signal }).toEqual({ status: 1, signal: null });
  expect(stderr).toContain(`${out} is as it was`);
  expect(state()).toEqual(before);
}, 120_000);

test('an output that cannot be written ends a build cleanly', () => {
  const before = state();
  const { status, signal, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    encoding: 'utf8',
    env: environment(oldContent, { UPHELD_OUT: '/proc/upheld' }),
  });
  expect({ status, signal }).toEqual({ status: 1, signal: null });
  expect(stderr).toContain('The build failed; /proc/upheld is as it was.');
  expect(state()).toEqual(before);
}, 120_000);

test('two builds at once end with one whole site', async () => {
  const children = [oldContent, newContent].map((content) =>
    spawn(process.execPath, ['scripts/build.ts'], { env: environment(content), stdio: 'ignore' }),
  );
  const codes = await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as number));
  expect(codes).toEqual([0, 0]);
  const now = digestSite(realpathSync(out));
  expect([oldSite, newSite]).toContainEqual(now);
}, 240_000);

test('with too little memory a build fails and the published site stays, and the next one works', () => {
  build(newContent);
  const link = readlinkSync(out);
  const { status } = spawnSync(process.execPath, ['--max-old-space-size=24', 'scripts/build.ts'], {
    encoding: 'utf8',
    env: environment(oldContent),
  });
  expect(status).not.toBe(0);
  expect(readlinkSync(out)).toBe(link);
  expect(digestSite(realpathSync(out))).toEqual(newSite);
  build(oldContent);
  expect(digestSite(realpathSync(out))).toEqual(oldSite);
}, 240_000);

test('a broken link in place of the published folder is no obstacle', () => {
  rmSync(realpathSync(out), { recursive: true });
  build(oldContent);
  expect(digestSite(realpathSync(out))).toEqual(oldSite);
}, 120_000);

test('a folder of somebody else is never replaced', () => {
  const theirs = join(scratch, 'theirs');
  mkdirSync(theirs);
  writeFileSync(join(theirs, 'letter.txt'), 'Keep me.');
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.ts'], {
    encoding: 'utf8',
    env: environment(oldContent, { UPHELD_OUT: theirs }),
  });
  expect(status).toBe(1);
  expect(stderr).toContain('is not a link that a build made. Move it away, then build again');
  expect(readFileSync(join(theirs, 'letter.txt'), 'utf8')).toBe('Keep me.');
}, 120_000);
