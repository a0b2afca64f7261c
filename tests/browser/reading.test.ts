import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { pageTypes } from './page-types.ts';

let browser: Browser;
const address = inject('address');

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(() => browser.close());

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
  const faults: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) faults.push(request.url());
  });
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.page()?.url()}: ${message.text()}`);
  });
  context.on('weberror', (error) => void faults.push(`${error.page()?.url()}: ${error.error().message}`));
  const queue = pageTypes.values();
  const openNext = async () => {
    const page = await context.newPage();
    for (const path of queue) await page.goto(address + path, { waitUntil: 'networkidle' });
  };
  await Promise.all(Array.from({ length: 4 }, openNext));
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
