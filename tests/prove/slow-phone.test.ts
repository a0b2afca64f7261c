import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openBrowser } from '../browser/open-browser.ts';
import { servePacked } from './serve-packed.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof servePacked>>;

beforeAll(async () => {
  site = await servePacked(inject('site'));
  browser = await openBrowser(inject('browser'));
}, 120_000);
afterAll(async () => {
  await browser.close();
  site.remove();
});

/** When the largest part of a page is there, in milliseconds, on a phone with a quarter of this processor and 1.6 Mbit/s. */
async function measure(path: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 1_600_000 / 8,
    uploadThroughput: 750_000 / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.goto(new URL(path, site.address).href, { waitUntil: 'load' });
  const largest = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1)?.startTime ?? Infinity)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  await context.close();
  return largest;
}

test.each(['/', '/decisions/24-005-859/', '/timeline/', '/quotes/', '/search/'])(
  'on a slow phone %s shows its largest part within 2.5 s',
  async (path) => {
    // Whatever else a machine does can only add to what a page takes.
    const times = [await measure(path), await measure(path), await measure(path)];
    console.log(`${path}: ${times.map((time) => `${(time / 1000).toFixed(2)} s`).join(', ')}`);
    expect(Math.min(...times)).toBeLessThan(2500);
  },
  120_000,
);
