import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { holdRecord } from '../browser/installed-site.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { type UnpackedEdition, unpackEdition } from '../browser/open-edition.ts';
import { fromFolder, readAnswers, readPlaces, readPlacesHeld, served, type Tab, tabOf } from '../browser/parity.ts';
import { findFirefox, openFirefox } from './open-firefox.ts';

const LONG = 900_000;
const firefoxPath = findFirefox();

/** Opens the whole list from a disk and from the server, and holds one against the other. */
async function compare(onDisk: Tab, onSite: Tab, root: string): Promise<void> {
  const [site, disk] = [served(onSite, inject('address')), fromFolder(onDisk, root)];
  const answers = await readAnswers(disk);
  expect(answers).toEqual(await readAnswers(site));
  expect(answers.filter(({ hits }) => hits.length > 0).length).toBeGreaterThan(40);
  const places = await readPlaces(disk);
  expect(places).toEqual(await readPlaces(site));
  expect(places.filter(({ inView, fonts }) => !inView || fonts === 0)).toEqual([]);
}

describe('the whole list of queries and places', () => {
  let edition: UnpackedEdition;
  beforeAll(() => {
    edition = unpackEdition(inject('site'));
  });
  afterAll(() => edition.remove());

  test(
    'gives the same in Chromium, from a disk and from the server',
    async () => {
      const browser = await openBrowser(inject('browser'));
      const cut = await browser.newContext({ offline: true });
      await compare(tabOf(await cut.newPage()), tabOf(await browser.newPage()), edition.root);
      await browser.close();
    },
    LONG,
  );

  test(
    'gives the same in Chromium, from a site that is held without a network and from the server',
    async () => {
      const browser = await openBrowser(inject('browser'));
      const { server, context } = await holdRecord(browser, inject('site'));
      const held = served(tabOf(await context.newPage()), server.address);
      const site = served(tabOf(await browser.newPage()), inject('address'));
      expect(await readAnswers(held)).toEqual(await readAnswers(site));
      expect(await readPlacesHeld(held)).toEqual(await readPlacesHeld(site));
      await browser.close();
      server.close();
    },
    LONG,
  );

  test.skipIf(!firefoxPath)(
    'gives the same in Firefox, from a disk and from the server, with no request from the disk',
    async () => {
      const [onDisk, onSite] = [await openFirefox(firefoxPath ?? ''), await openFirefox(firefoxPath ?? '')];
      await compare(onDisk.tab, onSite.tab, edition.root);
      // Firefox tells of no file that it opens, but of everything that would leave the disk.
      expect(onSite.requests.filter((url) => url.startsWith(inject('address'))).length).toBeGreaterThan(50);
      expect(onDisk.requests.filter((url) => !/^(?:file|data|about):/.test(url))).toEqual([]);
      expect(onDisk.complaints).toEqual([]);
      await Promise.all([onDisk.close(), onSite.close()]);
    },
    LONG,
  );
});

test('an edition of more files than an old ZIP can hold is written with little memory, and read by another program', () => {
  const COUNT = 70_000;
  const folder = mkdtempSync(join(tmpdir(), 'upheld-large-'));
  const path = join(folder, 'large.zip');
  const code = `
    import { openZip, packFile } from ${JSON.stringify(resolve('src/integrations/offline/zip-file.ts'))};
    const zip = openZip(process.argv[1], '2024-01-01');
    for (let page = 0; page < ${COUNT}; page++) {
      const name = \`decisions/\${page}/index.html\`;
      zip.add(name, packFile(name, Buffer.from(Array.from({ length: 150 }, (_, word) => (page * word) % 997).join(' late '))));
    }
    zip.close();
    console.log(process.resourceUsage().maxRSS);`;
  const kilobytes = Number(execFileSync(process.execPath, ['--input-type=module', '-e', code, path], { encoding: 'utf8' }));
  let bytes = 0;
  let count = 0;
  const wanted = `decisions/${COUNT - 1}/index.html`;
  const read = unzipSync(readFileSync(path), {
    filter: ({ name, originalSize }) => {
      count++;
      bytes += originalSize;
      return name === wanted;
    },
  });
  rmSync(folder, { recursive: true });
  expect(count).toBe(COUNT);
  expect(Buffer.from(read[wanted] ?? []).toString()).toMatch(/^0 late 209 late /);
  expect(bytes).toBeGreaterThan(80_000_000);
  expect(kilobytes * 1024).toBeLessThan(250_000_000);
});
