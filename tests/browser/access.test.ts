import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './open-browser.ts';
import { pageTypes } from './page-types.ts';

declare global {
  interface Window {
    axe: { run: (context: Document, options: object) => Promise<AxeResults> };
  }
}

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const everything = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** Only what colour or width can change is looked at again in the other settings. */
const settings = [
  { name: 'light', colorScheme: 'light', width: 1280, runOnly: everything },
  { name: 'dark', colorScheme: 'dark', width: 1280, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
  {
    name: '320 pixels wide',
    colorScheme: 'light',
    width: 320,
    runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable', 'color-contrast'] },
  },
] as const;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(() => browser.close());

describe.each(settings)('in $name', ({ colorScheme, width, runOnly }) => {
  test('axe finds no violation on any type of page, and nothing scrolls sideways', async () => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    const faults: string[] = [];
    for (const path of pageTypes) {
      await page.goto(inject('address') + path, { waitUntil: 'load' });
      if (path.includes('?q=')) await page.getByRole('status').filter({ hasText: /\d/ }).waitFor();
      await page.evaluate(axe);
      const { violations } = await page.evaluate(
        (only) => window.axe.run(document, { runOnly: only, resultTypes: ['violations'] }),
        runOnly,
      );
      faults.push(
        ...violations.map(
          ({ id, nodes }) =>
            `/${path}: ${id} at ${nodes
              .slice(0, 3)
              .map(({ target }) => target.join(' '))
              .join(', ')}`,
        ),
      );
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (sideways > 0) faults.push(`/${path}: scrolls sideways by ${sideways} pixels`);
    }
    await context.close();
    expect(faults).toEqual([]);
  });
});

test('the checks can fail: a picture without a text alternative and a control without a name are found', async () => {
  const page = await browser.newPage();
  await page.setContent('<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><img src="x.png"><button></button></main></html>');
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run(document, {}));
  await page.close();
  expect(violations.map(({ id }) => id)).toEqual(expect.arrayContaining(['image-alt', 'button-name']));
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
