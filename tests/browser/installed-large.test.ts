import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { kept, other } from '../builders/small-site.ts';
import { answerText } from './faulty-server.ts';
import { listHeldEditions, poll, readCaches, update, visit, waitForEdition } from './installed-site.ts';
import { FIRST, makeEditions, SECOND, WITHDRAWN } from './two-editions.ts';

/** Few enough that the small site is a large one. */
const limits = { files: 10, bytes: 20_000_000, searchBytes: 20_000_000 };

const editions = makeEditions({ limits });

const readMain = (page: Page) => page.locator('main').innerText();
const isHeld = async (page: Page, path: string) => {
  await page.goto(editions.server.address + path);
  await page.locator('held-note p').waitFor();
  return !(await readMain(page)).startsWith('This page is not held') && (await page.locator('held-list').count()) === 0;
};
async function keepDecision(page: Page): Promise<void> {
  await page.goto(editions.server.address + kept.path);
  await page.getByRole('button', { name: 'Keep this decision offline' }).click();
  await page.getByText('Kept offline on this device.').waitFor();
}

test('of a large archive the shell, the search and the pages visited are held, and no others', async () => {
  const page = await visit(editions.context, editions.server, FIRST);
  expect((await readCaches(page)).filter((held) => held.startsWith(`/${other.path}`))).toEqual([]);
  await page.goto(editions.server.address + other.path);
  await poll(page, async () => (await readCaches(page)).some((held) => held.startsWith(`/${other.path}`)));
  editions.server.isCut = true;
  expect(await isHeld(page, other.path)).toBe(true);
  expect(await isHeld(page, 'decisions/')).toBe(true);
  expect(await isHeld(page, kept.path)).toBe(false);
  await page.goto(`${editions.server.address}search/?q=okapi`);
  await page.locator('record-search[data-state="found"]').waitFor();
});

test('a decision is kept with its quotations, is found by a search of what is held, and is let go', async () => {
  const page = await visit(editions.context, editions.server, FIRST);
  await keepDecision(page);
  editions.server.isCut = true;
  expect(await isHeld(page, kept.quotation)).toBe(true);
  await page.goto(`${editions.server.address}offline/`);
  await page.locator('#held-search').fill('Okapi withdrawn');
  await page.locator('#held-search').press('Enter');
  await page.getByText('One page on this device has every word.').waitFor();
  expect(await page.locator('.held-found a').getAttribute('href')).toBe(`/${kept.quotation}`);
  // What is let go shows once the page has loaded again; to go on before that would be cut short by it.
  const loadedAgain = page.waitForEvent('load');
  await page
    .locator('.held-kept')
    .getByRole('button', { name: /^Remove Third decision/ })
    .click();
  await loadedAgain;
  await page.locator('.held-state p').first().waitFor();
  expect(await page.locator('.held-kept li').count()).toBe(0);
  expect(await isHeld(page, kept.quotation)).toBe(false);
});

test('a decision of which a page cannot be had is not kept in part, and the reader is told', async () => {
  const page = await visit(editions.context, editions.server, FIRST);
  await page.goto(editions.server.address + kept.path);
  editions.server.faults.set(`/${kept.quotation}`, answerText('<!doctype html><title>Log in</title>'));
  await page.getByRole('button', { name: 'Keep this decision offline' }).click();
  await page.getByText('It could not be kept: The site did not give every page of it.').waitFor();
  expect((await readCaches(page)).filter((held) => held.includes('Log in'))).toEqual([]);
});

test('withdrawn words leave what is kept too, and what is kept is brought to the new edition', async () => {
  const page = await visit(editions.context, editions.server, FIRST);
  await keepDecision(page);
  expect((await readCaches(page)).some((held) => held.includes(WITHDRAWN))).toBe(true);
  editions.server.publish(editions.second.folder);
  editions.server.faults.set('/search/', answerText('Fault', 500));
  await update(page);
  expect(await listHeldEditions(page)).toEqual([FIRST]);
  expect((await readCaches(page)).some((held) => held.includes(WITHDRAWN))).toBe(false);
  editions.server.mend();
  await update(page);
  await waitForEdition(page, SECOND);
  editions.server.isCut = true;
  expect(await isHeld(page, kept.path)).toBe(true);
  expect(await readMain(page)).toContain('Quokka words');
});
