import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { framedPolicy } from '../../src/exports/content-policy.ts';
import { questions, spellings } from '../search/questions.ts';
import { openBrowser } from './open-browser.ts';
import { submitQuery } from './submit-query.ts';

let browser: Browser;
let server: Server;

/** The site, served under the policy; ends in a slash. */
let address: string;
let requests: string[] = [];
/** A page that shows the search, for tests that leave it as it is. */
let open: Page;

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  const files = sirv(inject('site'), { dev: true });
  server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.setHeader('Content-Security-Policy', framedPolicy(false));
    files(request, response, () => {
      response.statusCode = 404;
      response.end('Not found');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${bound && typeof bound === 'object' ? bound.port : 0}/`;
  open = await openSearch();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** Addresses of the hits, without the words they mark. */
const readHits = (page: Page) =>
  page.$$eval('.result h3 a', (links) => links.map((link) => link.getAttribute('href')?.replace(/#?:~:.*/, '') ?? ''));

const readStatus = (page: Page) => page.locator('record-search').getByRole('status').innerText();

/** Asks through the form of a page that shows the search, and waits for the answer. */
async function ask(page: Page, text: string): Promise<string[]> {
  await page.evaluate(submitQuery, text);
  return readHits(page);
}

/** Asks for more until there is no more. */
async function showAll(page: Page): Promise<void> {
  const more = page.locator('.more');
  while (await more.isVisible()) {
    const shown = await page.locator('.result').count();
    await more.click();
    await page.waitForFunction((count) => document.querySelectorAll('.result').length > count, shown);
  }
}

async function openSearch(query = ''): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${address}search/${query}`);
  if (query) await page.locator('record-search[data-state]').waitFor();
  return page;
}

test('each question of a student finds its record among the first three', async () => {
  const missed: string[] = [];
  for (const [question, wanted] of questions) {
    const hits = await ask(open, question);
    if (!hits.slice(0, 3).includes(wanted))
      missed.push(`${question}: ${wanted} is number ${hits.indexOf(wanted) + 1 || 'none'} after ${hits.slice(0, 3).join(' ')}`);
  }
  expect(missed).toEqual([]);
});

test.each(spellings)('%s and its other spellings give the same entries in the same order', async (...[first, ...others]) => {
  const expected = await ask(open, first);
  const count = await readStatus(open);
  expect(expected.length).toBeGreaterThan(0);
  for (const other of others) {
    expect(await ask(open, other), other).toEqual(expected);
    expect(await readStatus(open), other).toBe(count);
  }
});

describe('an exact phrase', () => {
  test('is found only where it stands, though the index would find its words in any form', async () => {
    const loose = await ask(open, 'failed to adhere');
    const exact = await ask(open, '"failed to adhere"');
    expect(exact.length).toBeGreaterThan(0);
    expect(await ask(open, '"fails to adhere"')).toEqual([]);
    expect(await readStatus(open)).toContain('Nothing found');
    expect(loose.length).toBeGreaterThanOrEqual(exact.length);
  });

  test('stands in the text of every page that it finds, beside other words and other phrases', async () => {
    const hits = await ask(open, '“overly restrictive” policy "social worker"');
    expect(hits.length).toBeGreaterThan(0);
    for (const hit of hits) {
      const html = await (await open.request.get(new URL(hit, address).href)).text();
      const text = html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
      expect(text).toContain('overly restrictive');
      expect(text).toMatch(/social worker\b/);
    }
  });
});

test('"Mr Q" finds what later decisions say of Mr Y, and says why', async () => {
  const page = await openSearch('?q=%22Mr+Q%22');
  await showAll(page);
  expect(await readHits(page)).toEqual(
    expect.arrayContaining([
      '/decisions/23-002-112/',
      '/decisions/24-005-859/',
      '/quotes/24-005-859/ensure-appointed/',
      '/people/#peterborough-s117-son',
    ]),
  );
  const later = page.locator('.result').filter({ has: page.locator('h3 a[href^="/decisions/24-005-859/"]') });
  expect(await later.locator('.result-why').innerText()).toBe('Mr Q is called Mr Y here.');
  expect(await later.locator('.passage mark').first().innerText()).toMatch(/^Mr\sY/);
  await page.close();
});

test('a hit lands on its paragraph and marks the words, and they are sent to no server', async () => {
  const page = await openSearch('?q=%22overly+restrictive%22&kind=decision');
  const passage = page.locator('.passage').first();
  const href = (await passage.getAttribute('href')) ?? '';
  expect(href).toMatch(/^\/decisions\/24-005-859\/#p-[0-9a-f]+:~:text=/);
  requests = [];
  await passage.click();
  await page.waitForURL('**/decisions/24-005-859/**');
  const seen = await page.evaluate(
    (id) => {
      const box = document.getElementById(id)?.getBoundingClientRect();
      return box && box.bottom > 0 && box.top < innerHeight;
    },
    href.replace(/.*#(p-[0-9a-f]+).*/, '$1'),
  );
  expect(seen).toBe(true);
  // The browser tells no script what it marked; but the element it leads to is the one with the words.
  expect(await page.evaluate(() => document.querySelector(':target')?.textContent)).toContain('overly restrictive');
  expect(requests.filter((url) => url.includes('overly'))).toEqual([]);
  expect(await page.evaluate(() => document.referrer)).toBe('');
  await page.close();
});

test('every hit of a search leads to a page and an anchor that are there', async () => {
  const page = await openSearch('?q=review');
  await showAll(page);
  const hrefs = await page.$$eval('.result a', (links) => links.map((link) => link.getAttribute('href') ?? ''));
  const lost: string[] = [];
  for (const target of new Set(hrefs.map((href) => href.replace(/:~:.*/, '').replace(/#$/, '')))) {
    const [path = '', id] = target.split('#');
    const response = await page.request.get(new URL(path, address).href);
    if (!response.ok() || (id && !(await response.text()).includes(`id="${id}"`))) lost.push(target);
  }
  expect(hrefs.length).toBeGreaterThan(20);
  expect(lost).toEqual([]);
  await page.close();
});

describe('filters', () => {
  test('are counted, narrow the hits, stand in the address and are read from it', async () => {
    const page = await openSearch('?q=care+coordinator');
    const option = await page.locator('select[name="kind"] option[value="quotation"]').innerText();
    const count = Number(/\((\d+)\)/.exec(option)?.[1]);
    expect(count).toBeGreaterThan(0);
    await page.selectOption('select[name="kind"]', 'quotation');
    await page.getByText(`${count} entries found under these filters.`).waitFor();
    expect(new URL(page.url()).search).toBe('?q=care+coordinator&kind=quotation');
    expect((await readHits(page)).every((hit) => hit.startsWith('/quotes/'))).toBe(true);
    const shared = await openSearch(new URL(page.url()).search);
    expect(await readHits(shared)).toEqual(await readHits(page));
    await page.getByRole('button', { name: 'Clear these filters' }).click();
    await page.getByText(/^\d+ entries found\.$/).waitFor();
    await Promise.all([page.close(), shared.close()]);
  });

  test('list what they let through where no word is typed', async () => {
    const page = await openSearch('?kind=conflict');
    expect(await readStatus(page)).toMatch(/^\d+ entries found under these filters/);
    expect((await readHits(page)).every((hit) => hit.startsWith('/conflicts/#'))).toBe(true);
    await page.close();
  });
});

test('what is typed is text: markup and strange values do nothing', async () => {
  const page = await browser.newPage();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const markup = '<img src=x onerror=alert(1)> review';
  await page.goto(
    `${address}search/?q=${encodeURIComponent(markup)}&kind=${encodeURIComponent('"><script>alert(2)</script>')}&voice=__proto__`,
  );
  await page.locator('record-search[data-state]').waitFor();
  expect(await page.locator('#record-search').inputValue()).toBe(markup);
  expect(await page.locator('main img, main script:not([src])').count()).toBe(0);
  expect(await page.locator('select[name="kind"]').inputValue()).toBe('');
  expect(await readStatus(page)).toContain('onerror');
  expect(dialogs).toEqual([]);
  await page.close();
});

test('the number found is announced, and words that the record does not have are named', async () => {
  const page = await openSearch();
  const region = page.locator('record-search').getByRole('status');
  expect(await region.getAttribute('aria-live')).toBe('polite');
  await ask(page, 'review');
  expect(await region.innerText()).toMatch(/^\d+ entries found\.$/);
  await ask(page, 'zebra');
  expect(await region.innerText()).toMatch(/^Nothing found\.\s+The record does not have “zebra”\.$/);
  expect(await page.locator('.no-results').isVisible()).toBe(true);
  await ask(page, '?! …');
  expect(await region.innerText()).toBe('There is no word or number in that to search for.');
  expect(await page.locator('.whole-index').isVisible()).toBe(true);
  await page.close();
});

test('it is used by keyboard alone, from the box to a passage', async () => {
  const page = await openSearch();
  await page.locator('#record-search').focus();
  await page.keyboard.type('bespoke solution');
  await page.locator('record-search[data-state="found"]').waitFor();
  for (let stop = 0; stop < 30 && !(await page.evaluate(() => document.activeElement?.matches('.passage'))); stop++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
  await page.close();
});

test('it keeps to the policy, and loads nothing of the index before it is asked', async () => {
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    // The tests let no page register a worker, and the page is told so.
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('blocked by Playwright')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  requests = [];
  await page.goto(`${address}search/`, { waitUntil: 'networkidle' });
  expect(requests.filter((url) => url.startsWith('/pagefind/'))).toEqual([]);
  await ask(page, '"Mr Q" s117 24 005 859');
  await ask(page, 'apology');
  expect(faults).toEqual([]);
  expect(requests.every((url) => !/apology/.test(url))).toBe(true);
  await page.close();
});

test('it says so where the index cannot be loaded, and finds again when it can', async () => {
  const page = await browser.newPage();
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto(`${address}search/?q=review`);
  await page.locator('record-search[data-state="failed"]').waitFor();
  expect(await readStatus(page)).toContain('Search could not be loaded');
  expect(await page.locator('.whole-index').isVisible()).toBe(true);
  await page.unroute('**/pagefind/**');
  expect((await ask(page, 'review')).length).toBeGreaterThan(0);
  await page.close();
});

test('it says so where only a part of the index is missing', async () => {
  const page = await browser.newPage();
  await page.route('**/pagefind/index/**', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${address}search/?q=review`);
  await page.locator('record-search[data-state="failed"]').waitFor();
  await page.close();
});

// Where the processor is busy the first picture of the page may come before its script.
test.each([360, 1280])('nothing moves while the search comes, %i wide', { retry: 2 }, async (width) => {
  for (const query of ['', '?q=aftercare', '?q=xylophone']) {
    const page = await browser.newPage({ viewport: { width, height: 720 } });
    await page.goto(`${address}search/${query}`);
    await page.locator(query ? 'record-search[data-state]' : 'record-search.live').waitFor();
    const moved = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if ('value' in entry) sum += Number(entry.value);
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => resolve(sum), 100);
        }),
    );
    expect(moved, query).toBeLessThan(0.01);
    await page.close();
  }
});

test('without script the form leads to an index of the record by reference, body, kind and year', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('#header-search').fill('care coordinator');
  await page.locator('#header-search').press('Enter');
  await page.waitForURL('**/search/?q=care+coordinator');
  expect(await page.locator('.callout').isVisible()).toBe(true);
  expect(await page.locator('.narrow').isVisible()).toBe(false);
  for (const [heading, path] of [
    ['By reference', '/decisions/24-005-859/'],
    ['By body', '/bodies/icb/'],
    ['By kind', '/conflicts/'],
    ['By year', '/timeline/#2025-02-13-third-decision'],
  ] as const) {
    const section = page
      .locator('.whole-index section')
      .filter({ has: page.getByRole('heading', { name: heading }) })
      .last();
    expect(await section.locator(`a[href="${path}"]`).isVisible()).toBe(true);
  }
  await context.close();
});
