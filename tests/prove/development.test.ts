import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../browser/open-browser.ts';
import { startDevelopment } from './start-development.ts';

let content = '';
let browser: Browser;
let page: Page;
let server: Awaited<ReturnType<typeof startDevelopment>>;

const term = (words: string, definition = 'Nothing real.') =>
  `---\nterm: ${words}\ndefinition: ${definition}\nevidence:\n  - source: bbc-2024\n---\n`;

const file = (name: string) => join(content, 'terms', name);

/** Waits until the open page shows the words, without being told to load again. */
const shows = (words: string) =>
  expect
    .poll(
      () =>
        page
          .locator('body')
          .innerText({ timeout: 2_000 })
          .catch(() => ''),
      { timeout: 15_000, interval: 50 },
    )
    .toContain(words);

beforeAll(async () => {
  mkdirSync('.upheld', { recursive: true });
  content = mkdtempSync('.upheld/development-');
  cpSync('content', content, { recursive: true });
  writeFileSync(file('made-up.mdx'), term('a made-up word'));
  server = await startDevelopment(content);
  browser = await openBrowser(inject('browser'));
  page = await browser.newPage();
  await page.goto(`${server.address}glossary/`);
  await page.getByText('a made-up word').first().waitFor();
  // The page hears of changes once its socket is open.
  await page.waitForLoadState('networkidle');
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(content, { recursive: true, force: true });
});

test.each([
  ['decisions/21-003-925/cite.bib', 'application/x-bibtex'],
  ['decisions/21-003-925/cite.json', 'application/vnd.citationstyles.csl+json'],
  ['data/archive.json', 'application/json'],
  ['data/archive.schema.json', 'application/schema+json'],
  ['data/checksums.txt', 'text/plain'],
])('%s, which a build writes apart from its pages, is there', async (path, mediaType) => {
  const response = await fetch(server.address + path);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining(mediaType)]);
});

test('an edited file shows in the open page', async () => {
  writeFileSync(file('made-up.mdx'), term('an edited word'));
  await shows('an edited word');
});

test('of five rapid edits the last shows', async () => {
  for (let turn = 1; turn <= 5; turn += 1) {
    writeFileSync(file('made-up.mdx'), term(`edit number ${turn}`));
    await page.waitForTimeout(40);
  }
  await shows('edit number 5');
});

test('a file that is added shows, under its new name once it is renamed, and goes once it is removed', async () => {
  writeFileSync(file('added.mdx'), term('an added word'));
  await shows('an added word');
  renameSync(file('added.mdx'), file('renamed.mdx'));
  await expect
    .poll(
      () =>
        page
          .locator('#renamed')
          .count()
          .catch(() => 0),
      { timeout: 15_000 },
    )
    .toBe(1);
  expect(await page.locator('#added').count()).toBe(0);
  rmSync(file('renamed.mdx'));
  await expect
    .poll(
      () =>
        page
          .locator('#renamed')
          .count()
          .catch(() => 1),
      { timeout: 15_000 },
    )
    .toBe(0);
});

test('a broken file shows every problem and the line of the first, and the page comes back once it is mended', async () => {
  const sound = readFileSync(file('made-up.mdx'), 'utf8');
  writeFileSync(file('made-up.mdx'), `${sound.replace('definition:', 'defintion:')}\n<Cite id="bbc-2042" />\n`);
  const overlay = page.locator('vite-error-overlay');
  await overlay.waitFor({ state: 'attached', timeout: 15_000 });
  const text = await overlay.evaluate((element) => element.shadowRoot?.textContent ?? '');
  expect(text).toContain(`${content}/terms/made-up.mdx:3:1 Unknown field "defintion". Did you mean "definition"?`);
  expect(text).toContain('docs/problems/missing-field.md, docs/problems/unknown-field.md');
  const line = await overlay.evaluate((element) => element.shadowRoot?.querySelector('.error-line')?.textContent ?? '');
  expect(line).toBe('term: edit number 5');
  writeFileSync(file('made-up.mdx'), sound);
  await shows('edit number 5');
  expect(await overlay.count()).toBe(0);
});

test('a record that its page was opened for and that is then removed leaves no stale page', async () => {
  const other = await browser.newPage();
  const event = join(content, 'events', '2030-01-01-made-up.mdx');
  writeFileSync(event, '---\ntitle: A made-up moment\ndate: "2030-01-01"\nkind: review\nevidence:\n  - source: bbc-2024\n---\n');
  await expect
    .poll(async () => (await other.goto(`${server.address}timeline/2030-01-01-made-up/`))?.status(), { timeout: 15_000 })
    .toBe(200);
  rmSync(event);
  await expect
    .poll(async () => (await other.goto(`${server.address}timeline/2030-01-01-made-up/`))?.status(), { timeout: 15_000 })
    .toBe(404);
  await other.close();
});
