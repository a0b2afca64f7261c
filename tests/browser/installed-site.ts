import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type FaultyServer, startFaultyServer } from './faulty-server.ts';

/** What the caches of a site hold, as `path: text`, over every cache. */
export const readCaches = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const held: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        held.push(`${new URL(request.url).pathname}: ${await response?.text()}`);
      }
    }
    return held;
  });

/** The dates of the editions that are held whole. */
export const listHeldEditions = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const dates: string[] = [];
    for (const name of await caches.keys()) {
      const written = await (await caches.open(name)).match('/offline/edition.json');
      if (written) dates.push((await written.json()).asOf);
    }
    return dates.toSorted();
  });

/** Asks a page again and again until it answers yes. Throws after two minutes. */
export async function poll(page: Page, ask: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 120_000; Date.now() < end; await page.waitForTimeout(50)) if (await ask()) return;
  throw new Error(`Waited in vain at ${page.url()}`);
}

/**
 * Stops the workers, as a browser does with idle ones. It does not stop those that a debugger watches, as the tests do, and an
 * earlier worker that it means to stop now and then never ends: the new one then waits.
 */
async function stopIdleWorkers(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await session.detach();
}

const hasWaiting = (page: Page) => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));

/** The date of the edition whose worker answers for the page. */
const readEdition = (page: Page): Promise<string | undefined> =>
  page.evaluate(async () => {
    const { controller } = navigator.serviceWorker;
    if (controller?.state !== 'activated') return undefined;
    const { port1, port2 } = new MessageChannel();
    const answer = new Promise<{ asOf: string }>((resolve) => void (port1.onmessage = ({ data }) => resolve(data)));
    controller.postMessage({ ask: 'holding' }, [port2]);
    const silence = new Promise<undefined>((resolve) => setTimeout(resolve, 1000, undefined));
    return (await Promise.race([answer, silence]))?.asOf;
  });

/** Waits until the worker of this edition answers for the page. */
export const waitForEdition = (page: Page, asOf: string): Promise<void> =>
  poll(page, async () => {
    if ((await readEdition(page)) === asOf) return true;
    if (await hasWaiting(page)) await stopIdleWorkers(page);
    return false;
  });

/** Visits the first page and waits until the edition is held. */
export async function visit(context: BrowserContext, { address }: FaultyServer, asOf: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await waitForEdition(page, asOf);
  return page;
}

/** The record of a built site, held after one visit of its first page by a browser whose network is then cut. */
export async function holdRecord(browser: Browser, site: string): Promise<{ server: FaultyServer; context: BrowserContext }> {
  const server = await startFaultyServer(site);
  const context = await browser.newContext({ serviceWorkers: 'allow' });
  const { asOf } = await (await fetch(`${server.address}offline/edition.json`)).json();
  await (await visit(context, server, asOf)).close();
  server.isCut = true;
  return { server, context };
}

/** Looks for a new edition, and waits until what came of it has been installed or given up. */
export async function update(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
  });
  await poll(page, () => page.evaluate(async () => !(await navigator.serviceWorker.getRegistration())?.installing));
}

/** Waits until a first installation has failed. */
export const waitForFailure = (page: Page): Promise<void> =>
  poll(page, () => page.evaluate(async () => sessionStorage.length > 0 && !(await navigator.serviceWorker.getRegistration())));

/** Waits until no worker answers for the page, nor will. */
export const waitForNone = (page: Page): Promise<void> =>
  poll(page, () => page.evaluate(async () => !(await navigator.serviceWorker.getRegistration())));
