import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../browser/open-browser.ts';
import { listAddressesOf, openAddresses } from '../browser/open-addresses.ts';
import { listFirstLines } from '../builders/released-content.ts';

const origin = inject('address').replace(/\/$/, '');
const addresses = listAddressesOf(listFirstLines(inject('site'), '2026-12-01'));
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(() => browser?.close());

test.each([
  ['with script', true, 1280],
  ['without script', false, 1280],
  ['on a phone', true, 360],
])(
  'every address that a release would publish shows its place %s',
  async (_, javaScriptEnabled, width) => {
    expect(addresses.length).toBeGreaterThan(1000);
    expect(await openAddresses(browser, origin, addresses, { javaScriptEnabled, width })).toEqual([]);
  },
  1_800_000,
);
