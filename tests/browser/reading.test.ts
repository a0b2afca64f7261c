import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { pageTypes } from './page-types.ts';

let browser: Browser;
const address = inject('address');

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(() => browser.close());

const isInView = (page: Page, id: string) =>
  page.evaluate((anchor) => {
    const box = document.getElementById(anchor)?.getBoundingClientRect();
    return box !== undefined && box.height > 0 && box.top >= 0 && box.top < window.innerHeight;
  }, id);

describe.each([true, false])('with script %s', (javaScriptEnabled) => {
  test.each([
    ['timeline/', '2025-02-13-third-decision'],
    ['decisions/24-005-859/', 'r-coordinator'],
    ['decisions/24-005-859/', 'f-restrictive-policy'],
    ['decisions/21-003-925/', 'q-shared-failure'],
    ['recommendations/', '21-003-925-review'],
    ['conflicts/', 'shared-failure'],
    ['people/', 'peterborough-s117-son'],
    ['glossary/', 'care-coordinator'],
  ])('the address /%s#%s shows its place', async (path, id) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto(`${address}${path}#${id}`);
    await page.waitForTimeout(400);
    // Without script the page cannot be asked; its layout can.
    const box = javaScriptEnabled ? undefined : await page.locator(`[id="${id}"]`).boundingBox();
    expect(javaScriptEnabled ? await isInView(page, id) : box !== null && box !== undefined && box.y >= 0 && box.y < 720).toBe(true);
    await context.close();
  });
});

test('a reader follows the chain of three decisions by its links, forward and back', async () => {
  const page = await browser.newPage();
  await page.goto(`${address}decisions/21-003-925/`);
  await page.locator('#s-chain').getByRole('link', { name: '23 002 112' }).first().click();
  expect(new URL(page.url()).pathname).toBe('/decisions/23-002-112/');
  expect(await page.locator('#s-chain').innerText()).toContain('What came before');
  await page.locator('#s-chain').getByRole('link', { name: '24 005 859' }).first().click();
  expect(new URL(page.url()).pathname).toBe('/decisions/24-005-859/');
  await page.locator('#s-chain').getByRole('link', { name: '21 003 925' }).first().click();
  expect(new URL(page.url()).pathname).toBe('/decisions/21-003-925/');
  await page.close();
});

test('no page asks anything of another origin, sets a cookie, or logs an error', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) faults.push(request.url());
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => void faults.push(`${page.url()}: ${error.message}`));
  for (const path of pageTypes) await page.goto(address + path, { waitUntil: 'networkidle' });
  expect(faults).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  await context.close();
});

test('every type of page says the same without script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const path of pageTypes.filter((type) => !type.includes('?q='))) {
    await page.goto(address + path);
    expect((await page.locator('main').innerText()).length, path).toBeGreaterThan(100);
  }
  await context.close();
});
