import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { FaultyServer } from './faulty-server.ts';
import { holdRecord } from './installed-site.ts';
import { openBrowser } from './open-browser.ts';
import { pageTypes } from './page-types.ts';
import { NOT_HELD, readAnswers, readPlacesHeld, SAMPLE, served, tabOf } from './parity.ts';

let browser: Browser;
let server: FaultyServer;
let context: BrowserContext;

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  ({ server, context } = await holdRecord(browser, inject('site')));
}, 120_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

test('after one visit and without a network, every type of page is there as it was built', async () => {
  const page = await context.newPage();
  const lost: string[] = [];
  for (const path of pageTypes.filter((type) => `/${type}` !== NOT_HELD)) {
    await page.goto(server.address + path);
    const built = readFileSync(join(inject('site'), path.replace(/\?.*/, ''), 'index.html'), 'utf8');
    const isStyled = await page.evaluate(() => [...document.styleSheets].every(({ cssRules }) => cssRules.length > 0));
    const shown = await page.evaluate(async () => (await fetch(location.pathname)).text());
    if (shown !== built || !isStyled || (await page.locator('h1').count()) !== (built.match(/<h1/g)?.length ?? 0)) lost.push(path);
  }
  expect(lost).toEqual([]);
  await page.close();
});

test('without a network it answers every query as the served site does, and shows the same places', async () => {
  const [site, held] = [served(tabOf(await browser.newPage()), inject('address')), served(tabOf(await context.newPage()), server.address)];
  const answers = await readAnswers(held, SAMPLE);
  expect(answers).toEqual(await readAnswers(site, SAMPLE));
  expect(answers.flatMap(({ hits }) => hits).length).toBeGreaterThan(50);
  const places = await readPlacesHeld(held, SAMPLE);
  expect(places).toEqual(await readPlacesHeld(site, SAMPLE));
  expect(places.filter(({ inView }) => !inView)).toEqual([]);
});

test('files of data and citations are read without a network too', async () => {
  const page = await context.newPage();
  await page.goto(server.address);
  const types = await page.evaluate(async () =>
    Promise.all(['/data/archive.json', '/feed.xml', '/decisions/24-005-859/cite.bib'].map(async (path) => (await fetch(path)).status)),
  );
  expect(types).toEqual([200, 200, 200]);
});
