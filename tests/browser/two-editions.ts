import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest';
import { copySmallSite, kept, type SmallSite } from '../builders/small-site.ts';
import { type FaultyServer, startFaultyServer } from './faulty-server.ts';
import { openBrowser } from './open-browser.ts';

export const FIRST = '1 January 2026';
export const SECOND = '2 February 2026';
export const WORDS = 'Zebra words of the first edition.';
export const CORRECTED = 'Quokka words as corrected.';
export const WITHDRAWN = 'Okapi words to be withdrawn.';

/** Two editions of a small site: in the second one decision has other words, and the words of a quotation are withdrawn. */
export interface Editions {
  first: SmallSite;
  second: SmallSite;
  /** Serves the first edition at the start of each test, without a fault. */
  server: FaultyServer;
  /** A browser of each test's own, in which pages may be held. */
  context: BrowserContext;
}

/** Makes the two editions for the tests of a file. What is returned is filled in before they run. */
export function makeEditions(holding: Parameters<SmallSite['finish']>[1] = {}): Editions {
  const editions = {} as Editions;
  let browser: Browser;

  beforeAll(async () => {
    browser = await openBrowser(inject('browser'));
    const [first, second] = [copySmallSite(inject('site')), copySmallSite(inject('site'))];
    first.write(kept.path, WORDS);
    first.write(kept.quotation, WITHDRAWN);
    await first.finish('2026-01-01', holding);
    second.write(kept.path, CORRECTED);
    await second.finish('2026-02-02', { ...holding, withdrawn: [`/${kept.quotation}`] });
    Object.assign(editions, { first, second, server: await startFaultyServer(first.folder) });
  });
  afterAll(async () => {
    await browser.close();
    editions.server.close();
    editions.first.remove();
    editions.second.remove();
  });
  beforeEach(async () => {
    editions.server.publish(editions.first.folder);
    editions.context = await browser.newContext({ serviceWorkers: 'allow' });
  });
  afterEach(async () => {
    editions.server.mend();
    await editions.context.close();
  });
  return editions;
}
