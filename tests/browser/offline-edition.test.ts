import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { type UnpackedEdition, unpackEdition } from './open-edition.ts';
import { fromFolder, readAnswers, readPlaces, SAMPLE, served, tabOf } from './parity.ts';
import { submitQuery } from './submit-query.ts';

let browser: Browser;
let edition: UnpackedEdition;
let context: BrowserContext;
/** What the pages of the edition asked for, and what they complained of. */
const requests: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  edition = unpackEdition(inject('site'));
  context = await browser.newContext({ offline: true, permissions: ['clipboard-read', 'clipboard-write'] });
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  context.on('weberror', (error) => complaints.push(String(error.error())));
});
afterAll(async () => {
  await browser.close();
  edition.remove();
});

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(edition.root + path);
  return page;
}

test('opened from a disk, it answers as the site does and shows the same places', async () => {
  const [site, disk] = [
    served(tabOf(await browser.newPage()), inject('address')),
    fromFolder(tabOf(await context.newPage()), edition.root),
  ];
  const answers = await readAnswers(disk, SAMPLE);
  expect(answers).toEqual(await readAnswers(site, SAMPLE));
  expect(answers.flatMap(({ hits }) => hits).length).toBeGreaterThan(50);
  const places = await readPlaces(disk, SAMPLE);
  expect(places).toEqual(await readPlaces(site, SAMPLE));
  expect(places.filter(({ inView, fonts }) => !inView || fonts === 0)).toEqual([]);
});

test('it answers as the site does where the index is so large that it is searched without Pagefind', async () => {
  const ask = async (page: Page, address: string) => {
    await page.goto(address);
    await page.locator('record-search').evaluate((search) => search.setAttribute('data-large', ''));
    await page.evaluate(submitQuery, '"care coordinator" apology');
    return page.locator('.result').allInnerTexts();
  };
  const page = await context.newPage();
  const found = await ask(page, `${edition.root}search/index.html`);
  expect(found.length).toBeGreaterThan(3);
  expect(found).toEqual(await ask(await browser.newPage(), `${inject('address')}search/`));
  await page.close();
});

test('the form of any page leads to the answer, and a hit to its paragraph', async () => {
  const page = await open('decisions/24-005-859/index.html');
  await page.locator('#header-search').fill('"overly restrictive"');
  await page.locator('#header-search').press('Enter');
  await page.locator('record-search[data-state="found"]').waitFor();
  await page.locator('.result', { hasText: 'Decision' }).locator('.passage').first().click();
  await page.waitForURL('**/decisions/24-005-859/index.html**');
  const target = await page.evaluate(() => {
    const element = document.querySelector(':target');
    const box = element?.getBoundingClientRect();
    return { text: element?.textContent, inView: box !== undefined && box.bottom > 0 && box.top < innerHeight };
  });
  expect(target).toEqual({ text: expect.stringContaining('overly restrictive'), inView: true });
  await page.close();
});

test('a search can be narrowed, and stands in the address', async () => {
  const page = await open('search/index.html?q=care+coordinator');
  await page.locator('record-search[data-state="found"]').waitFor();
  await page.selectOption('select[name="kind"]', 'quotation', { force: true });
  await page.getByText(/entries found under these filters/).waitFor();
  expect(new URL(page.url()).search).toBe('?q=care+coordinator&kind=quotation');
  await page.close();
});

test('a permalink copies the address on the web, of this page or of another', async () => {
  const page = await open('decisions/24-005-859/index.html');
  const copied = async (selector: string) => {
    await page.locator(selector).first().click();
    await page.getByText('The link was copied.').waitFor();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied('[id^="f-"] > h3 > a.permalink')).toMatch(
    /^https:\/\/upheld\.example\/decisions\/24-005-859\/\?seen=[0-9a-f]{6,8}#f-/,
  );
  expect(await copied('[id^="r-"] > h3 > a.permalink')).toMatch(
    /^https:\/\/upheld\.example\/recommendations\/\?seen=[0-9a-f]{6,8}#24-005-859-/,
  );
  expect(await copied('p[id^="p-"] > a.permalink')).toMatch(/^https:\/\/upheld\.example\/decisions\/24-005-859\/\?seen=[0-9a-f]{6,8}#p-/);
  await page.close();
});

test('an unknown place says so, and leads to the search of the edition', async () => {
  const page = await open('decisions/24-005-859/index.html#q-never-said');
  await page.getByRole('link', { name: 'Search the record' }).click();
  await page.locator('record-search[data-state]').waitFor();
  expect(page.url()).toBe(`${edition.root}search/index.html?q=q+never+said`);
  await page.close();
});

test('all this asks for nothing but files of the edition, and no page complains', () => {
  expect(requests.length).toBeGreaterThan(50);
  expect(requests.filter((url) => url !== 'about:blank' && !url.startsWith(edition.root))).toEqual([]);
  expect(complaints).toEqual([]);
});
