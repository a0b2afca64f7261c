import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { copySmallSite, type SmallSite } from '../builders/small-site.ts';
import { type FaultyServer, startFaultyServer } from './faulty-server.ts';
import { visit } from './installed-site.ts';
import { openBrowser } from './open-browser.ts';
import { submitQuery } from './submit-query.ts';

/** A word that no page has, and one that finds something; what is held of the site itself may have the second. */
const UNKNOWN = 'quincunx';
const FOUND = 'commissioned';

let browser: Browser;
let site: SmallSite;
let server: FaultyServer;

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  site = copySmallSite(inject('site'));
  await site.finish('2026-01-01');
  server = await startFaultyServer(site.folder);
});
afterAll(async () => {
  await browser.close();
  server.close();
  site.remove();
});

/** Everything that a site can keep in a browser: `names` are keys and addresses, `texts` what is held under them. */
async function readKept(context: BrowserContext, page: Page): Promise<{ names: string[]; texts: string[] }> {
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`);
  const kept = await page.evaluate(async () => {
    const [names, texts]: string[][] = [[], []];
    for (const storage of [localStorage, sessionStorage]) names?.push(...Object.entries(storage).map((pair) => pair.join('=')));
    names?.push(JSON.stringify(history.state), document.cookie, window.name);
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(`The database ${name} cannot be read`));
      });
      names?.push(name);
      for (const store of database.objectStoreNames) {
        const request = database.transaction(store).objectStore(store).getAll();
        const rows = await new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
        names?.push(`${store}: ${JSON.stringify(rows)}`);
      }
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        names?.push(`${name} ${decodeURIComponent(request.url)}`);
        texts?.push((await (await cache.match(request))?.text()) ?? '');
      }
    }
    return { names: names ?? [], texts: texts ?? [] };
  });
  return { names: [...cookies, ...kept.names], texts: kept.texts };
}

/** Where a word that was searched for is kept. */
async function findKept(context: BrowserContext, page: Page): Promise<string[]> {
  const { names, texts } = await readKept(context, page);
  const inNames = names.filter((name) => name.includes(UNKNOWN) || name.includes(FOUND));
  return [...inNames, ...texts.filter((text) => text.includes(UNKNOWN)).map((text) => text.slice(0, 80))];
}

/** Searches as a reader does: by an address, by the form, with a filter, by typing alone, and goes to a hit. */
async function search(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${server.address}search/?q=${UNKNOWN}`);
  await page.locator('record-search[data-state]').waitFor();
  await page.evaluate(submitQuery, `${UNKNOWN} coordinator`);
  await page.evaluate(submitQuery, FOUND);
  await page.locator('.result h3 a').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/search/'));
  await page.getByRole('searchbox').first().fill(UNKNOWN);
  return page;
}

test('nothing of a search is kept in the browser, and it stands in no address but that of the search page', async () => {
  const context = await browser.newContext();
  const page = await search(context);
  expect(await findKept(context, page)).toEqual([]);
  expect(await page.evaluate(() => location.href + document.referrer)).not.toMatch(/quincunx|commissioned/);
  await context.close();
});

test('nothing of a search is kept where the site is held on the device, online or off', async () => {
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  await visit(context, server, '1 January 2026');
  const page = await search(context);
  expect((await readKept(context, page)).texts.length).toBeGreaterThan(10);
  expect(await findKept(context, page)).toEqual([]);
  server.isCut = true;
  expect(await findKept(context, await search(context))).toEqual([]);
  server.mend();
  await context.close();
});

test('what would be kept is found, wherever it is', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.address);
  await page.evaluate(async () => {
    localStorage.setItem('last', 'quincunx');
    sessionStorage.setItem('quincunx', '');
    document.cookie = 'asked=quincunx';
    history.replaceState('quincunx', '');
    await (await caches.open('pages')).put('/search/?q=quincunx', new Response('Nothing'));
    await (await caches.open('pages')).put('/a/', new Response('the word quincunx'));
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('searches');
      request.onupgradeneeded = () => request.result.createObjectStore('asked', { autoIncrement: true }).add('quincunx');
      request.onsuccess = () => (request.result.close(), resolve());
    });
  });
  // The cookie is in the list of the context and in that of the page.
  expect(await findKept(context, page)).toHaveLength(8);
  await context.close();
});
