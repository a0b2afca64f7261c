import type { Server } from 'node:http';
import { basename, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serveFolder } from '../../scripts/serve.ts';
import { makeHostileArchive, makeHostileCorpus } from '../fuzz/hostile-archive.ts';
import { honest, payloads } from '../fuzz/hostile-text.ts';
import { judgeSite } from '../fuzz/judge-site.ts';
import { write } from '../builders/content.ts';
import { copyProject } from '../site/copy-project.ts';
import { byTag, readSite } from '../site/read-site.ts';
import { openBrowser } from './open-browser.ts';

const files = makeHostileCorpus([...payloads, ...honest], 4);
// Ids that are also names of what a script finds on the window or the document.
const clobbering = ['location', 'document', 'forms', 'body', 'history', 'cookie', 'navigator', 'constructor', 'fetch', 'customelements'];
const terms = Object.fromEntries(clobbering.map((id) => [`terms/${id}.mdx`, write('term', { term: `The word ${id}` })]));

/** What no page of this archive has: pictures, frames, and scripts that stand in the page. */
const STRAY = 'main img, main iframe, main script:not([src]):not([type="application/ld+json"])';

let site = '';
let remove = (): void => undefined;
let server: Server;
let address = '';
let browser: Browser;
let context: BrowserContext;
const faults: string[] = [];

beforeAll(async () => {
  const project = copyProject(resolve('.upheld/hostile'), { ...makeHostileArchive(files), ...terms });
  remove = project.remove;
  site = project.build();
  ({ server, address } = await serveFolder(site, 0));
  browser = await openBrowser(inject('browser'));
  context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`violation of ${violatedDirective} by ${blockedURI}`),
    ),
  );
  context.on(
    'console',
    (message) =>
      ['error', 'warning'].includes(message.type()) &&
      // Contexts of the tests allow no worker unless they ask for one.
      !message.text().startsWith('Service Worker registration blocked') &&
      faults.push(`${message.page()?.url()}: ${message.text()}`),
  );
  context.on('weberror', (error) => faults.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on('dialog', (dialog) => {
    faults.push(`${dialog.page()?.url()} opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => request.url().startsWith(address) || faults.push(`asked for ${request.url()}`));
}, 120_000);

afterAll(async () => {
  await browser.close();
  server.close();
  remove();
});

const open = async (path: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(address + path, { waitUntil: 'load' });
  return page;
};

test('every text comes out of every page, file and search entry as it went in', () => {
  const { faults: changed, found } = judgeSite(site, files);
  expect(changed).toEqual([]);
  expect(found).toBeGreaterThan(3000);
});

test('no text becomes an element, an attribute or a link', () => {
  const strays = readSite(site).flatMap((page) => [
    ...page.elements.flatMap(({ tagName, properties }) => [
      ...(['img', 'iframe', 'object', 'embed'].includes(tagName) || (tagName === 'base' && properties['href'])
        ? [`${page.path}: <${tagName}>`]
        : []),
      ...Object.keys(properties).flatMap((name) => (/^(?:on[A-Z]|style$|srcDoc)/.test(name) ? [`${page.path}: ${tagName} ${name}`] : [])),
    ]),
    ...byTag(page, 'a', 'form', 'link').flatMap(({ properties }) =>
      /^(?!https?:|mailto:)[a-z][a-z0-9+.-]*:/i.test(String(properties['href'] ?? properties['action']))
        ? [`${page.path}: ${String(properties['href'])}`]
        : [],
    ),
    ...byTag(page, 'svg').flatMap(({ properties }) => (properties['onLoad'] ? [page.path] : [])),
  ]);
  expect(strays).toEqual([]);
});

test('no page runs anything, breaks the policy or asks another origin', async () => {
  const paths = readSite(site)
    .map(({ path }) => path.slice(1))
    .filter((path) =>
      /^(?:[a-z]*\/?(?:hostile-0\/)?|decisions\/22-333-400\/|timeline\/2020-03-04-hostile-0\/|quotes\/22-333-400\/words\/|404\.html)$/.test(
        path,
      ),
    );
  expect(paths.length).toBeGreaterThan(20);
  const queue = paths.values();
  const openNext = async () => {
    const page = await context.newPage();
    for (const path of queue) await page.goto(address + path, { waitUntil: 'load' });
    await page.close();
  };
  await Promise.all(Array.from({ length: 3 }, openNext));
  expect(faults).toEqual([]);
});

test('nothing that a person does on a page breaks the policy', async () => {
  const page = await open('decisions/22-333-400/');
  for (const details of await page.locator('details').all()) await details.evaluate((element) => element.setAttribute('open', ''));
  for (const button of await page.locator('main button:visible').all()) await button.click();
  await page.locator('main .permalink').first().click();
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${address}timeline/`);
  for (const control of await page.locator('main button:visible, main summary:visible').all()) await control.click();
  await page.close();
  expect(faults).toEqual([]);
});

test('what is searched for is text, in the box, in the address and in what is found', async () => {
  const page = await open(`search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> "script"')}&kind=<script>&year=__proto__`);
  for (const words of ['alert', '<script>alert(1)</script>', '"constructor toString"', '{{7*7}}', "' onmouseover='alert(1)"]) {
    await page.locator('main input[type=search]').fill(words);
    await page.locator('main input[type=search]').press('Enter');
    await page
      .locator('main [role=status]')
      .filter({ hasText: /\d|no|nothing/i })
      .first()
      .waitFor();
  }
  expect(await page.locator(STRAY).count()).toBe(0);
  await page.close();
  expect(faults).toEqual([]);
});

test('what stands after an address is text', async () => {
  const page = await context.newPage();
  for (const path of ['decisions/22-333-400/', 'nothing-is-here/']) {
    for (const text of ['<script>alert(1)</script>', 'javascript:alert(1)', '__proto__', '%00%ff', 'main"]']) {
      await page.goto(`${address}${path}?seen=${encodeURIComponent(text)}&q=${text}#${text}`, { waitUntil: 'load' });
      expect(await page.locator(STRAY).count(), `${basename(path)} ${text}`).toBe(0);
    }
  }
  await page.close();
  expect(faults.filter((fault) => !/404/.test(fault))).toEqual([]);
});

test('a page that runs a script of its own is told, and does not run it', async () => {
  const page = await context.newPage();
  const before = faults.length;
  await page.route('**/glossary/', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()}<script>window.ran = true;</script>` });
  });
  await page.goto(`${address}glossary/`);
  expect(await page.evaluate(() => Reflect.has(window, 'ran'))).toBe(false);
  expect(faults.splice(before).join()).toContain('violation of script-src-elem by inline');
  await page.close();
});

test('no id hides a property of the window or the document', async () => {
  const describe = (ids: string[]) => {
    const kindOf = (value: unknown) => (value instanceof HTMLElement ? value.tagName : typeof value);
    return ids.flatMap((id) => [
      ...(id in document ? [`document.${id}: ${kindOf(Reflect.get(document, id))}`] : []),
      ...(Object.hasOwn(window, id) || id in EventTarget.prototype ? [`window.${id}: ${kindOf(Reflect.get(window, id))}`] : []),
    ]);
  };
  const blank = await open('robots.txt');
  const before = await blank.evaluate(describe, clobbering);
  const page = await open('glossary/');
  expect(await page.evaluate((ids) => ids.filter((id) => !document.getElementById(id)), clobbering)).toEqual([]);
  expect(await page.evaluate(describe, clobbering)).toEqual(before);
  expect(before).toContain('window.location: object');
  await Promise.all([blank.close(), page.close()]);
});
