import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { copySmallSite, kept, other, type SmallSite } from '../builders/small-site.ts';
import { answerText, type FaultyServer, startFaultyServer } from './faulty-server.ts';
import { listHeldEditions, poll, readCaches, update, visit, waitForEdition } from './installed-site.ts';
import { openBrowser } from './open-browser.ts';

const FIRST = '1 January 2026';
const SECOND = '2 February 2026';
const WITHDRAWN = 'Okapi words to be withdrawn.';
/** Few enough that the small site is a large one. */
const limits = { files: 10, bytes: 20_000_000, searchBytes: 20_000_000 };

let browser: Browser;
let first: SmallSite;
let second: SmallSite;
let server: FaultyServer;
let context: BrowserContext;

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  first = copySmallSite(inject('site'));
  first.write(kept.quotation, WITHDRAWN);
  await first.finish('2026-01-01', { limits });
  second = copySmallSite(inject('site'));
  second.write(kept.path, 'Quokka words as corrected.');
  await second.finish('2026-02-02', { limits, withdrawn: [`/${kept.quotation}`] });
  server = await startFaultyServer(first.folder);
});
afterAll(async () => {
  await browser.close();
  server.close();
  first.remove();
  second.remove();
});
beforeEach(async () => {
  server.publish(first.folder);
  context = await browser.newContext({ serviceWorkers: 'allow' });
});
afterEach(async () => {
  server.mend();
  await context.close();
});

const readMain = (page: Page) => page.locator('main').innerText();
const isHeld = async (page: Page, path: string) => {
  await page.goto(server.address + path);
  await page.locator('held-note p').waitFor();
  return !(await readMain(page)).startsWith('This page is not held') && (await page.locator('held-list').count()) === 0;
};
async function keepDecision(page: Page): Promise<void> {
  await page.goto(server.address + kept.path);
  await page.getByRole('button', { name: 'Keep this decision offline' }).click();
  await page.getByText('Kept offline on this device.').waitFor();
}

test('of a large archive the shell, the search and the pages visited are held, and no others', async () => {
  const page = await visit(context, server, FIRST);
  expect((await readCaches(page)).filter((held) => held.startsWith(`/${other.path}`))).toEqual([]);
  await page.goto(server.address + other.path);
  await poll(page, async () => (await readCaches(page)).some((held) => held.startsWith(`/${other.path}`)));
  server.isCut = true;
  expect(await isHeld(page, other.path)).toBe(true);
  expect(await isHeld(page, 'decisions/')).toBe(true);
  expect(await isHeld(page, kept.path)).toBe(false);
  await page.goto(`${server.address}search/?q=okapi`);
  await page.locator('record-search[data-state="found"]').waitFor();
});

test('a decision is kept with its quotations, is found by a search of what is held, and is let go', async () => {
  const page = await visit(context, server, FIRST);
  await keepDecision(page);
  server.isCut = true;
  expect(await isHeld(page, kept.quotation)).toBe(true);
  await page.goto(`${server.address}offline/`);
  await page.locator('#held-search').fill('Okapi withdrawn');
  await page.locator('#held-search').press('Enter');
  await page.getByText('One page on this device has every word.').waitFor();
  expect(await page.locator('.held-found a').getAttribute('href')).toBe(`/${kept.quotation}`);
  await page
    .locator('.held-kept')
    .getByRole('button', { name: /^Remove Third decision/ })
    .click();
  await poll(page, async () => (await page.locator('.held-state p').count()) > 0 && (await page.locator('.held-kept li').count()) === 0);
  expect(await isHeld(page, kept.quotation)).toBe(false);
});

test('a decision of which a page cannot be had is not kept in part, and the reader is told', async () => {
  const page = await visit(context, server, FIRST);
  await page.goto(server.address + kept.path);
  server.faults.set(`/${kept.quotation}`, answerText('<!doctype html><title>Log in</title>'));
  await page.getByRole('button', { name: 'Keep this decision offline' }).click();
  await page.getByText('It could not be kept: The site did not give every page of it.').waitFor();
  expect((await readCaches(page)).filter((held) => held.includes('Log in'))).toEqual([]);
});

test('withdrawn words leave what is kept too, and what is kept is brought to the new edition', async () => {
  const page = await visit(context, server, FIRST);
  await keepDecision(page);
  expect((await readCaches(page)).some((held) => held.includes(WITHDRAWN))).toBe(true);
  server.publish(second.folder);
  server.faults.set('/search/', answerText('Fault', 500));
  await update(page);
  expect(await listHeldEditions(page)).toEqual([FIRST]);
  expect((await readCaches(page)).some((held) => held.includes(WITHDRAWN))).toBe(false);
  server.mend();
  await update(page);
  await waitForEdition(page, SECOND);
  server.isCut = true;
  expect(await isHeld(page, kept.path)).toBe(true);
  expect(await readMain(page)).toContain('Quokka words');
});
