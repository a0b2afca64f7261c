import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { writeSearchIndex } from '../../src/integrations/search-index.ts';
import { findBrowser } from '../../tests/browser/find-browser.ts';
import { serveFolder } from '../serve.ts';
import { measureProcess } from './measure-process.ts';
import { makeSearchEntries } from './search-entries.ts';

/** What a reader with a slow machine waits for, and what is loaded for it. */
export interface ReaderRow {
  decisions: number;
  query: string;
  program: 'ours' | 'Pagefind';
  /** From the start of loading the page to the first results, or to Pagefind's answer. */
  milliseconds: number;
  kilobytes: number;
  found: number;
}

const QUERIES = ['council', 'care coordinator', 'social worker delay', '"housing transfer"', 'restored respite', '23 000 039', 'co'];
/** How much slower the browser is made. */
const SLOWER = 4;

async function openSlowly(page: Page): Promise<{ kilobytes: () => number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  return { kilobytes: () => Math.round(bytes / 1024) };
}

/**
 * Puts the index of a made-up archive behind the search page of a built site, and asks it from cold in a Chromium that is four
 * times slower; then asks Pagefind's own program over the same index.
 */
export async function* measureReaders(decisions: number, workshop: string): AsyncGenerator<ReaderRow> {
  const site = join(workshop, 'readers');
  rmSync(site, { recursive: true, force: true });
  mkdirSync(workshop, { recursive: true });
  // The page of a large archive: it is the same but for the mark that says which search to use.
  await measureProcess(process.execPath, ['scripts/build.ts'], process.cwd(), { UPHELD_INDEX_SHARD: '1', UPHELD_OUT: '.upheld/readers' });
  cpSync(resolve('.upheld/readers'), site, { recursive: true, dereference: true });
  rmSync(join(site, 'pagefind'), { recursive: true });
  const empty = join(workshop, 'empty');
  mkdirSync(empty, { recursive: true });
  const entries = makeSearchEntries(decisions);
  const expected = Object.fromEntries([...Map.groupBy(entries, ({ kind }) => kind)].map(([kind, own]) => [kind, own.length]));
  await writeSearchIndex(empty, entries, expected, { kept: join(workshop, 'kept'), decisions, most: Math.min(250, decisions / 2) });
  cpSync(join(empty, 'pagefind'), join(site, 'pagefind'), { recursive: true });

  const { server, address } = await serveFolder(site, 0);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  try {
    for (const query of QUERIES) {
      const page = await browser.newPage();
      const { kilobytes } = await openSlowly(page);
      const start = performance.now();
      await page.goto(`${address}search/?q=${encodeURIComponent(query)}`, { waitUntil: 'commit' });
      await page.locator('record-search[data-state]').waitFor({ timeout: 120_000 });
      const milliseconds = Math.round(performance.now() - start);
      const status = await page.locator('record-search').getByRole('status').innerText();
      yield { decisions, query, program: 'ours', milliseconds, kilobytes: kilobytes(), found: Number(/\d+/.exec(status)?.[0] ?? 0) };
      await page.close();
    }
    for (const query of QUERIES.slice(0, 5)) {
      const page = await browser.newPage();
      const { kilobytes } = await openSlowly(page);
      await page.goto(`${address}robots.txt`);
      const start = performance.now();
      const found = await page.evaluate(async (words) => {
        const { createInstance } = await import(/* @vite-ignore */ `${location.origin}/pagefind/pagefind.js`);
        const { results } = await createInstance({ noWorker: true, language: 'en' }).search(words);
        await Promise.all(results.slice(0, 10).map((result: { data: () => Promise<unknown> }) => result.data()));
        return results.length;
      }, query);
      yield { decisions, query, program: 'Pagefind', milliseconds: Math.round(performance.now() - start), kilobytes: kilobytes(), found };
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
}
