import { createServer } from 'node:http';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test, vi } from 'vitest';
import { toPassageUrl } from '../../src/exports/text-fragment.ts';
import { openBrowser } from './open-browser.ts';

const address = inject('address');
const quote = 'quotes/24-005-859/bureaucratic-barriers/';
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(() => browser?.close());

async function withPage(look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  await look(await context.newPage());
  await context.close();
}

describe('a link to the exact words of another page', () => {
  const far = '<p>Nothing is here.</p>'.repeat(100);
  const official = 'https://ombudsman.example/decision';
  const between = '<p>We found a delay. Frustration is common. Mr Y is well; the Council and Trust met.</p>';
  const passage =
    '<p id="there">The council’s &#8216;own&#8217; policy – well-run, R&amp;D and so on – caused Mr Y’s frustration, as it did not act for many, many months until the year was out.</p>';
  const open = (quotation: string, paragraphs: string[], look: (top: number) => void) =>
    withPage(async (page) => {
      await page.route(official, (route) =>
        route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: `<!doctype html><h1>Decision</h1>${between}${far}${passage}${far}`,
        }),
      );
      await page.goto(toPassageUrl(official, quotation, paragraphs));
      // The browser goes to the words in the frame after the one in which the page is whole.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const readTop = () => page.locator('#there').evaluate((element) => element.getBoundingClientRect().top);
      await vi.waitFor(async () => look(await readTop()), { timeout: 10_000 });
    });
  const held = [
    'We found a delay. Frustration is common. Mr Y is well; the Council and Trust met.',
    'The council’s ‘own’ policy – well-run, R&D and so on – caused Mr Y’s frustration, as it did not act for many, many months until the year was out.',
  ];

  test.each([
    ['with a dash, an ampersand and commas', 'well-run, R&D and so on', []],
    ['with marks that the page prints otherwise', "policy — well-run, R&D and so on - caused Mr Y's frustration, as it did", []],
    ['that are many', 'caused Mr Y’s frustration, as it did not act for many, many months until the year was out', []],
    ['with a cut', 'well-run, R&D and so on [...] caused', []],
    ['that stand elsewhere too, told by those around them', 'frustration, as', [held[1] ?? '']],
  ])('goes to words %s', (_, quotation, paragraphs) =>
    open(quotation, paragraphs, (top) => {
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(720);
    }),
  );

  test('stays at the top where the words are not there', () =>
    open('never said by anyone', [], (top) => expect(top).toBeGreaterThan(1000)));
});

test('a quotation is copied as text with all that belongs to it, and without script it stands there to be selected', async () => {
  await withPage(
    async (page) => {
      await page.goto(address + quote);
      const field = page.getByLabel('As text, with its reference');
      await page.locator('copy-text').filter({ has: field }).getByRole('button', { name: 'Copy' }).click();
      await page.getByText('Copied.', { exact: true }).waitFor({ state: 'attached' });
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      expect(copied).toBe(await field.inputValue());
      expect(copied).toMatch(
        /^“Mr\sY has been left .*”\n\nFinding of the ombudsmen\..*Decision 24 005 859, 13 February 2025.*\?seen=[0-9a-f]{6}\n\nReuse: /s,
      );
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
  await withPage(
    async (page) => {
      await page.goto(address + quote);
      expect(await page.locator('copy-text button:visible').count()).toBe(0);
      expect(await page.getByLabel('As text, with its reference').isVisible()).toBe(true);
    },
    { javaScriptEnabled: false },
  );
});

test('the permalink of a page copies its address with the words seen, and stays', async () => {
  await withPage(
    async (page) => {
      await page.goto(address + quote, { waitUntil: 'networkidle' });
      await page.locator('h1 > a.permalink').click();
      await page.getByText('The link was copied.').waitFor({ timeout: 5000 });
      const copied = new URL(await page.evaluate(() => navigator.clipboard.readText()));
      expect(copied).toMatchObject({ pathname: `/${quote}`, search: expect.stringMatching(/^\?seen=[0-9a-f]{6}$/), hash: '' });
      await page.goto(address + quote + copied.search, { waitUntil: 'networkidle' });
      expect(await page.locator('link-note').innerText()).toBe('');
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

test('what was pasted into a page of another site shows there whole, at the width of a phone, and its links open outside the frame', async () => {
  await withPage(
    async (page) => {
      await page.goto(address + quote);
      const code = await page.getByLabel('HTML', { exact: true }).inputValue();
      const shown = code.replace(/src="[^"]*?(?=\/embed\/)/, `src="${address.slice(0, -1)}`);
      // A browser that keeps sites from the reader's own network would not let a page of the web frame this server.
      const other = createServer((_, response) => {
        response
          .setHeader('content-type', 'text/html; charset=utf-8')
          .end(`<!doctype html><meta name="viewport" content="width=device-width">${shown}`);
      });
      await new Promise<void>((done) => void other.listen(0, '127.0.0.1', done));
      onTestFinished(() => void other.close());
      const port = Object(other.address()).port as number;
      await page.goto(`http://127.0.0.1:${port}/`);
      await page.locator('iframe').scrollIntoViewIfNeeded();
      const frame = page.frameLocator('iframe');
      expect(await frame.locator('blockquote').innerText()).toContain('bureaucratic barriers');
      await frame.locator('body').evaluate((body) => body.ownerDocument.fonts.ready.then(() => undefined));
      const [content, height] = [
        await frame.locator('body').evaluate((body) => body.scrollHeight),
        await page.locator('iframe').evaluate((element) => element.clientHeight),
      ];
      expect(content).toBeLessThanOrEqual(height);
      const popup = page.waitForEvent('popup');
      await frame.locator('footer').getByRole('link').first().click();
      const opened = await popup;
      await opened.waitForURL((url) => url.protocol !== 'about:');
      expect(new URL(opened.url()).pathname).toBe(`/${quote}`);
      expect(new URL(page.url()).port).toBe(String(port));
    },
    { viewport: { width: 360, height: 800 } },
  );
});
