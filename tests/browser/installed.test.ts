import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { kept, other } from '../builders/small-site.ts';
import { answerText } from './faulty-server.ts';
import { listHeldEditions, poll, readCaches, update, visit, waitForEdition, waitForFailure, waitForNone } from './installed-site.ts';
import { CORRECTED, FIRST, makeEditions, SECOND, WITHDRAWN, WORDS } from './two-editions.ts';

const editions = makeEditions();

const open = async (path: string): Promise<Page> => {
  const page = await editions.context.newPage();
  await page.goto(editions.server.address + path);
  return page;
};
const readMain = (page: Page) => page.locator('main').innerText();
const note = (page: Page) => page.locator('held-note').innerText();
const readNote = (page: Page) => page.locator('held-note p').innerText();
const includes = async (page: Page, words: string) => (await readCaches(page)).some((held) => held.includes(words));

test('offline, a page says that it comes from the device, of which edition it is, and when the site last answered', async () => {
  const page = await visit(editions.context, editions.server, FIRST);
  await page.goto(editions.server.address + kept.path);
  await page.getByText('This device holds the whole record, this decision included.').waitFor();
  expect(await note(page)).toBe('');
  editions.server.isCut = true;
  await page.goto(`${editions.server.address}${kept.path}?seen=00000000#s-findings`);
  expect(await readNote(page)).toMatch(
    /^No connection\. The site last answered on \d+ \w+ \d{4}.*\. You are reading the edition of 1 January 2026, which this device holds\./,
  );
  expect(await readMain(page)).toContain(WORDS);
  expect(await page.evaluate(() => document.querySelector(':target')?.id)).toBe('s-findings');
  editions.server.mend();
  await page.getByRole('button', { name: 'Try again' }).click();
  await poll(page, async () => (await page.evaluate(() => document.readyState)) === 'complete' && (await note(page)) === '');
});

test('offline, a page that is not held says so and offers a search of what is, and other spellings lead on', async () => {
  const page = await visit(editions.context, editions.server, FIRST);
  editions.server.isCut = true;
  for (const spelling of [kept.path.slice(0, -1), `${kept.path}index.html`]) {
    await page.goto(`${editions.server.address}${spelling}?seen=1`);
    expect(page.url()).toBe(`${editions.server.address}${kept.path}?seen=1`);
  }
  await page.goto(`${editions.server.address}themes/never-made/`);
  await page.getByText('This page is not held on this device').waitFor();
  expect(await readMain(page)).toContain('/themes/never-made/ has not been kept here');
  await page.locator('#held-search').fill('zebra');
  await page.locator('#held-search').press('Enter');
  await page.locator('record-search[data-state="found"]').waitFor();
  expect(await page.locator('.result h3 a').first().getAttribute('href')).toMatch(new RegExp(`^/${kept.path}`));
});

describe('where one file is not as the edition says,', () => {
  const faults = [
    ['cut short', (file: Buffer) => answerText(file.subarray(0, 100))],
    ['a page of somebody’s network', () => answerText('<!doctype html><title>Log in</title><p>Accept our terms.</p></html>')],
    ['missing', () => answerText('Not found', 404)],
    ['a fault of the server', () => answerText('Fault', 500)],
  ] as const;

  test('nothing is held, and reading goes on as without a worker', async () => {
    for (const [name, toFault] of faults) {
      editions.server.faults.set('/icon.svg', toFault(readFileSync(join(editions.first.folder, 'icon.svg'))));
      const page = await open(kept.path);
      await waitForFailure(page);
      expect(await readCaches(page), name).toEqual([]);
      await page.goto(editions.server.address + kept.path);
      expect(await readMain(page), name).toContain(WORDS);
      expect(await page.evaluate(() => navigator.serviceWorker.controller), name).toBeNull();
      await page.close();
    }
  });

  test('a new edition never comes into force, and the one before stays whole', async () => {
    const page = await visit(editions.context, editions.server, FIRST);
    editions.server.publish(editions.second.folder);
    for (const [name, toFault] of faults) {
      editions.server.faults.set('/search/', toFault(readFileSync(join(editions.second.folder, 'search/index.html'))));
      await update(page);
      expect(await listHeldEditions(page), name).toEqual([FIRST]);
    }
    editions.server.isCut = true;
    await page.goto(editions.server.address + other.path);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await readNote(page)).toContain(FIRST);
  });
});

test('a script that is another’s page never takes the worker’s place', async () => {
  const page = await visit(editions.context, editions.server, FIRST);
  editions.server.faults.set('/worker.js', answerText('<!doctype html><title>Log in</title>'));
  await update(page);
  editions.server.isCut = true;
  await page.goto(editions.server.address + kept.path);
  expect(await readMain(page)).toContain(WORDS);
});

test('a full store does no harm: nothing is held, and reading goes on', async () => {
  const page = await editions.context.newPage();
  const session = await editions.context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: editions.server.address, quotaSize: 300_000 });
  await page.goto(editions.server.address + kept.path);
  await waitForFailure(page);
  expect(await readCaches(page)).toEqual([]);
  await page.goto(`${editions.server.address}search/?q=zebra`);
  await page.locator('record-search[data-state="found"]').waitFor();
});

test('two editions in two tabs never mix: each page searches the index that it was built with', async () => {
  const old = await visit(editions.context, editions.server, FIRST);
  await old.goto(`${editions.server.address}search/`);
  editions.server.publish(editions.second.folder);
  const young = await open('');
  await update(young);
  await waitForEdition(young, SECOND);
  await young.goto(`${editions.server.address}search/?q=quokka`);
  await young.locator('record-search[data-state="found"]').waitFor();
  await old.locator('#record-search').fill('quokka');
  await old.locator('#record-search').press('Enter');
  await old.locator('record-search:is([data-state="nothing"], [data-state="failed"])').waitFor();
  expect(await old.locator('.result').count()).toBe(0);
});

test('a corrected page is shown at once where there is a connection, and the note tells it to a page that is open', async () => {
  const reading = await visit(editions.context, editions.server, FIRST);
  await reading.goto(editions.server.address + kept.path);
  await poll(reading, async () => (await readMain(reading)).includes('This device holds'));
  editions.server.publish(editions.second.folder);
  const page = await open(kept.path);
  expect(await readMain(page)).toContain(CORRECTED);
  // What the site answered was not of the edition held, so the worker itself looks for another.
  await waitForEdition(page, SECOND);
  await reading.getByText('This page has changed since you opened it.').waitFor();
  expect(await note(page)).toBe('');
  await reading.getByRole('button', { name: 'Read it as it stands now' }).click();
  await reading.getByText(CORRECTED).waitFor();
});

test('a page that stays open finds a new edition when the connection comes back', async () => {
  const page = await visit(editions.context, editions.server, FIRST);
  editions.server.publish(editions.second.folder);
  await page.evaluate(() => void dispatchEvent(new Event('online')));
  await waitForEdition(page, SECOND);
  editions.server.isCut = true;
  await page.goto(editions.server.address + kept.path);
  expect(await readMain(page)).toContain(CORRECTED);
  await page.goto(editions.server.address);
  await poll(page, async () => (await listHeldEditions(page)).join() === SECOND);
});

describe('withdrawn words', () => {
  test('leave the device with the first sight of the new edition, and the page that shows them', async () => {
    const page = await visit(editions.context, editions.server, FIRST);
    const reading = await open(kept.quotation);
    expect(await readMain(reading)).toContain(WITHDRAWN);
    expect(await includes(page, WITHDRAWN)).toBe(true);
    editions.server.publish(editions.second.folder);
    await update(page);
    await waitForEdition(page, SECOND);
    expect(await includes(page, WITHDRAWN)).toBe(false);
    await poll(reading, async () => !(await readMain(reading)).includes(WITHDRAWN));
  });

  test('leave it even where there is no room or no answer for the new edition', async () => {
    const page = await visit(editions.context, editions.server, FIRST);
    editions.server.publish(editions.second.folder);
    editions.server.faults.set('/search/', answerText('Fault', 500));
    await update(page);
    expect(await listHeldEditions(page)).toEqual([FIRST]);
    expect(await includes(page, WITHDRAWN)).toBe(false);
    editions.server.isCut = true;
    await page.goto(editions.server.address + kept.quotation);
    await page.getByText('This page is not held on this device').waitFor();
    await page.goto(editions.server.address + other.path);
    expect(await readNote(page)).toContain(FIRST);
  });
});

describe('a worker that must go', () => {
  const BROKEN = `addEventListener('install', () => skipWaiting()); addEventListener('activate', (event) => event.waitUntil(clients.claim()));
    addEventListener('fetch', (event) => event.respondWith(new Response('broken', { status: 500 })));`;

  test('is recalled, though it answers every request wrongly, by the file that stands ready in every build', async () => {
    const page = await visit(editions.context, editions.server, FIRST);
    editions.server.faults.set('/worker.js', answerText(BROKEN, 200, 'text/javascript'));
    await update(page);
    await page.goto(editions.server.address + kept.path);
    expect(await page.content()).toContain('broken');
    editions.server.faults.set(
      '/worker.js',
      answerText(readFileSync(join(editions.first.folder, 'offline/recall.js'), 'utf8'), 200, 'text/javascript'),
    );
    await page.goto(editions.server.address + kept.path);
    await page.getByText(WORDS).waitFor();
    await waitForNone(page);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    await page.goto(editions.server.address + other.path);
    expect(await page.locator('h1').count()).toBe(1);
  });

  test('is removed with all that it held where the host says Clear-Site-Data', async () => {
    const page = await visit(editions.context, editions.server, FIRST);
    editions.server.headers['Clear-Site-Data'] = '"storage"';
    editions.server.faults.set('/worker.js', answerText('gone', 404));
    await page.goto(editions.server.address + kept.path);
    await waitForNone(page);
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
  });
});

test('where the site answers with a fault or not at all, the page comes from the device and says why', async () => {
  const page = await visit(editions.context, editions.server, FIRST);
  editions.server.faults.set(`/${kept.path}`, answerText('Fault', 503));
  await page.goto(editions.server.address + kept.path);
  expect(await readNote(page)).toMatch(/^The site answered with an error\./);
  editions.server.faults.set(`/${kept.path}`, () => undefined);
  await page.goto(editions.server.address + kept.path);
  expect(await readNote(page)).toMatch(/^The site has not answered for five seconds\./);
  editions.server.faults.set(`/${kept.path}`, answerText('Gone', 410));
  await page.goto(editions.server.address + kept.path);
  expect(await page.content()).toContain('Gone');
});

test('where the policy of a host allows no worker, everything works as before', async () => {
  editions.server.headers['Content-Security-Policy'] = `${editions.server.headers['Content-Security-Policy']}`.replace(
    "worker-src 'self'",
    "worker-src 'none'",
  );
  const page = await open(`search/?q=zebra`);
  await page.locator('record-search[data-state="found"]').waitFor();
  await page.goto(`${editions.server.address}offline/`);
  await page.getByText('Nothing of this record is held on this device.').waitFor();
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
});

test('the reader can have everything removed, and it stays away until it is wanted again', async () => {
  const page = await visit(editions.context, editions.server, FIRST);
  await page.goto(`${editions.server.address}offline/`);
  await page.getByText('The whole record, in the edition of 1 January 2026').waitFor();
  await page.getByRole('button', { name: 'Remove everything' }).click();
  await page.getByText('Nothing of this record is held on this device.').waitFor();
  await page.goto(editions.server.address);
  await page.goto(`${editions.server.address}offline/`);
  await page.getByText('Nothing of this record is held on this device.').waitFor();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  await page.getByRole('button', { name: 'Hold it on this device' }).click();
  await waitForEdition(page, FIRST);
});

test('a browser that is set to save data is given nothing unasked', async () => {
  await editions.context.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  const page = await open('offline/');
  await page.getByText('Nothing of this record is held on this device.').waitFor();
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([]);
});

test('the browser finds nothing that stands against installing the site', async () => {
  const page = await visit(editions.context, editions.server, FIRST);
  const session = await editions.context.newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(
    (await session.send('Page.getInstallabilityErrors')).installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'),
  ).toEqual([]);
});
