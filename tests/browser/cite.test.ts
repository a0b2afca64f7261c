import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.ts';

let browser: Browser;
const address = inject('address');
const path = 'decisions/24-005-859/';

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(() => browser.close());

test('a reader fills in the date of access and copies the footnote, with its italics', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(`${address}${path}`);
  const box = page.locator('cite-box');
  await box.locator('input[type=date]').fill('2027-03-09');
  await box.getByRole('button', { name: 'Copy OSCOLA, footnote' }).click();
  await box.getByRole('status').filter({ hasText: 'Copied.' }).waitFor({ state: 'attached' });
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text();
    return { plain: await read('text/plain'), html: await read('text/html') };
  });
  expect(copied.plain).toMatch(/24 005 859a, 13 February 2025\) <https:.*> accessed 9 March 2027\.$/);
  expect(copied.html).toContain('<i>');
  await box.locator('input[type=date]').fill('');
  expect(await box.innerText()).toContain('accessed [date of access].');
  await context.close();
});

test('without script the forms and files are there, and no button that does nothing', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}${path}`);
  const box = page.locator('cite-box');
  expect(await box.locator('.cite-text').count()).toBe(5);
  expect(await box.locator('button:visible, input:visible').count()).toBe(0);
  expect(await box.getByRole('link', { name: 'BibTeX' }).isVisible()).toBe(true);
  await context.close();
});
