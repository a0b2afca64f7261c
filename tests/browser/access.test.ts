import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { pageTypes } from './page-types.ts';
import { runAxe, runAxeOnNewLooks, whatWidthChanges, withoutColours } from './run-axe.ts';

/** Each look of words is judged once in a setting, and of the rest only what the setting can change; `npm run prove` judges all of it in each. */
const settings = [
  { name: 'light', colorScheme: 'light', width: 1280, rest: withoutColours },
  { name: 'dark', colorScheme: 'dark', width: 1280, rest: undefined },
  { name: '320 pixels wide', colorScheme: 'light', width: 320, rest: whatWidthChanges },
] as const;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(() => browser.close());

test('axe finds no violation on any type of page, and nothing scrolls sideways', async () => {
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  const known = new Map(settings.map(({ name }) => [name, new Set<string>()]));
  const faults: string[] = [];
  for (const path of pageTypes) {
    await page.goto(inject('address') + path, { waitUntil: 'load' });
    if (path.includes('?q=')) await page.getByRole('status').filter({ hasText: /\d/ }).waitFor();
    for (const { name, colorScheme, width, rest } of settings) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const found = [...(rest ? await runAxe(page, rest) : []), ...(await runAxeOnNewLooks(page, known.get(name) ?? new Set()))];
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (sideways > 0) found.push(`scrolls sideways by ${sideways} pixels`);
      faults.push(...found.map((fault) => `/${path} in ${name}: ${fault}`));
    }
  }
  await context.close();
  expect(faults).toEqual([]);
  expect([...known.values()].every(({ size }) => size > 50)).toBe(true);
});

test('the checks can fail: a picture without a text alternative and a control without a name are found', async () => {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><img src="x.png"><button></button></main></html>');
  expect((await runAxe(page)).map((fault) => fault.split(' ')[0])).toEqual(expect.arrayContaining(['image-alt', 'button-name']));
  await page.close();
});

test('words that are too faint are found, each look of them once', async () => {
  const page = await browser.newPage();
  await page.setContent('<p>Dark</p><p class="faint">One</p><p class="faint">Two</p><style>.faint { color: #bbb }</style>');
  const known = new Set<string>();
  expect(await runAxeOnNewLooks(page, known)).toEqual(['color-contrast at .faint:nth-child(2)']);
  expect(await runAxeOnNewLooks(page, known)).toEqual([]);
  await page.addStyleTag({ content: 'p { background: #333 }' });
  expect(await runAxeOnNewLooks(page, known)).toEqual(['color-contrast at p:nth-child(1)']);
  await page.close();
});

test('the skip link is the first stop of the keyboard, is visible there, and leads to the text', async () => {
  const page = await browser.newPage();
  await page.goto(inject('address'));
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the text' });
  expect(await skip.evaluate((link) => link === document.activeElement && getComputedStyle(link).clipPath === 'none')).toBe(true);
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#main');
  await page.close();
});
