import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serveFolder } from '../../scripts/serve.ts';
import { openBrowser } from '../browser/open-browser.ts';
import { submitQuery } from '../browser/submit-query.ts';
import { questions, spellings } from '../search/questions.ts';

const OUT = '.upheld/sharded-site';

let browser: Browser;
let server: Server;
let page: Page;

beforeAll(async () => {
  // One decision a shard: the search of a large archive over the first one.
  execFileSync(process.execPath, ['scripts/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, UPHELD_OUT: OUT, UPHELD_INDEX_SHARD: '1' },
  });
  const served = await serveFolder(realpathSync(resolve(OUT)), 0);
  server = served.server;
  browser = await openBrowser(inject('browser'));
  page = await browser.newPage();
  await page.goto(`${served.address}search/`);
}, 180_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

async function ask(text: string): Promise<string[]> {
  await page.evaluate(submitQuery, text);
  return page.$$eval('.result h3 a', (links) => links.map((link) => link.getAttribute('href')?.replace(/#?:~:.*/, '') ?? ''));
}

test('search in shards loads no program of Pagefind and finds each question’s record among the first three', async () => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const missed: string[] = [];
  for (const [question, wanted] of questions) {
    const hits = await ask(question);
    if (!hits.slice(0, 3).includes(wanted)) missed.push(`${question}: ${wanted} is not among ${hits.slice(0, 3).join(' ')}`);
  }
  expect(missed).toEqual([]);
  expect(requests.some((path) => path.startsWith('/pagefind/index/'))).toBe(true);
  expect(requests.filter((path) => /pagefind\.js|wasm/.test(path))).toEqual([]);
});

test('search in shards gives the same entries in the same order for every spelling', async () => {
  for (const [first, ...others] of spellings) {
    const expected = await ask(first);
    expect(expected.length).toBeGreaterThan(0);
    for (const other of others) expect(await ask(other), other).toEqual(expected);
  }
});

test('search in shards loads what is counted beside the filters when a reader turns to them', async () => {
  await page.reload();
  const filters: string[] = [];
  page.on('request', (request) => filters.push(...(/\/pagefind\/filter\//.exec(request.url()) ?? [])));
  const options = page.locator('select[name="kind"] option');
  await ask('coordinator');
  expect(filters).toEqual([]);
  await page.locator('select[name="kind"]').focus();
  await expect.poll(() => options.allInnerTexts()).toContainEqual(expect.stringMatching(/^Decisions \(\d+\)$/));
  const counted = await options.allInnerTexts();
  await ask('review');
  await expect.poll(() => options.allInnerTexts()).not.toEqual(counted);
  expect(filters.length).toBeGreaterThan(0);
});
