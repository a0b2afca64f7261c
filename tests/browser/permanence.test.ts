import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { serveFolder } from '../../scripts/serve.ts';
import { appendPermalinks } from '../../src/graph/ledger-file.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import { copyReleasedContent, firstLedger } from '../builders/released-content.ts';
import { byTag, readSite, textOf } from '../site/read-site.ts';
import { openBrowser } from './open-browser.ts';

const OUT = '.upheld/permanence-second';
const { archive } = loadArchive(process.cwd());
const decision = archive?.decisions.at(-1);
const finding = archive?.findings.find((one) => one.decision === decision?.id);
const passage = archive?.addresses.find(({ id, fragment, passage: place }) => id === decision?.id && place && fragment.startsWith('p-'));
const file = `decisions/${decision?.id}.mdx`;
const path = `decisions/${decision?.id}/`;
const findingId = `f-${finding?.data.id}`;
const findingHash = archive?.addresses.find(({ kind, id }) => kind === 'finding' && id === finding?.id)?.hash;
const passageId = passage?.fragment ?? '';

let browser: Browser;
let server: Server | undefined;
let address = '';

const correction = (passages: string, paragraphs: string, was: string, is: string) =>
  `---\ntitle: Said with more care\ndate: "2026-12-03"\npassages: [${passages}]\nparagraphs: [${paragraphs}]\nwas: ${was}\nis: ${is}\nwhy: It was unclear.\n---\n`;

/** The site is built a second time after a release: words have changed, pages and passages have moved and were withdrawn. */
beforeAll(async () => {
  const { content, run, edit, write, remove } = copyReleasedContent(firstLedger(inject('site'), '2026-12-01'), OUT);
  edit(file, (text) => {
    const lines = text.split('\n');
    const place = (passage?.passage?.line ?? 1) - 1;
    return lines
      .with(place, `${lines[place]} So it is said.`)
      .join('\n')
      .replace(new RegExp(`(- id: ${finding?.data.id}\\n +text: (?:>-\\n +)?)`), '$1In short, ');
  });
  run('pin');
  write('corrections/passage.mdx', correction(`{ decision: ${decision?.id} }`, passageId, 'It was said.', 'So it is said.'));
  write('corrections/finding.mdx', correction(`{ finding: ${finding?.id} }`, '', 'Said at length.', 'Said in short.'));
  const hash = '11111111';
  appendPermalinks(content, [
    { on: '2026-12-02', path: '/essays/made-up/', state: 'live', fragments: { '': hash, 'p-0000000a': hash, 's-x': null } },
    { on: '2026-12-02', path: '/themes/made-up/', state: 'live', fragments: { '': hash, 'p-0000000b': hash } },
    { on: '2026-12-02', path: '/glossary/made-up/', state: 'live', fragments: { 's-x': null } },
    { on: '2026-12-03', path: '/essays/made-up/#p-0000000a', state: 'moved', to: `/${path}#${findingId}` },
    { on: '2026-12-03', path: '/essays/made-up/', state: 'moved', to: '/essays/' },
    { on: '2026-12-03', path: '/themes/made-up/', state: 'withdrawn', reason: 'privacy' },
    { on: '2026-12-03', path: '/glossary/made-up/', state: 'moved', to: '/glossary/' },
  ]);
  const { status, stderr } = run('build');
  remove();
  if (status !== 0) throw new Error(stderr);
  ({ server, address } = await serveFolder(realpathSync(resolve(OUT)), 0));
  browser = await openBrowser(inject('browser'));
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Opens an address of the second build, and hands over the page as it is when it has settled. */
async function open(at: string, look: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(address + at, { waitUntil: 'networkidle' });
  await look(page);
  await context.close();
}
const note = (page: Page) => page.locator('link-note').innerText();
const inView = async (page: Page, id: string) => {
  const box = await page.locator(`[id="${id}"]`).boundingBox();
  return box !== null && box.height > 0 && box.y >= 0 && box.y < 720;
};

test('a link to a passage that has changed says so, when, and what it was and is', async () => {
  await open(`${path}?seen=${passageId.slice(2)}#${passageId}`, async (page) => {
    expect(await note(page)).toMatch(
      /These words have changed since the link.*3 December 2026.*It said\s+It was said\..*It says\s+So it is said\./s,
    );
    expect(await note(page)).not.toContain('Said in short');
    expect(await inView(page, passageId)).toBe(true);
    await page.locator(`#${findingId} > h3 > a.permalink`).click();
    expect(await note(page)).not.toContain('have changed');
  });
  await open(`${path}?seen=${findingHash?.slice(0, 6)}#${findingId}`, async (page) => {
    expect(await note(page)).toMatch(/It said\s+Said at length\./);
    expect(await inView(page, findingId)).toBe(true);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(await note(page)).toBe('');
  });
});

test('one page lists every correction: its day, what was said, what is said and why, with a link to where', () => {
  const pages = readSite(realpathSync(resolve(OUT)));
  const list = pages.find((page) => page.path === '/changes/');
  const entries = list ? byTag(list, 'article').map((entry) => ({ id: String(entry.properties['id']), text: textOf(entry) })) : [];
  expect(entries.map(({ id }) => id).toSorted()).toEqual(
    [...(archive?.corrections.map(({ id }) => id) ?? []), 'finding', 'passage'].toSorted(),
  );
  const textById = new Map(entries.map(({ id, text }) => [id, text]));
  expect(textById.get('passage')).toMatch(/3 December 2026.*It said ?It was said\. ?It says ?So it is said\. ?Why ?It was unclear\./);
  expect(textById.get('finding')).toMatch(/It said ?Said at length\. ?It says ?Said in short\./);
  const links = list ? byTag(list, 'a').map(({ properties }) => String(properties['href'])) : [];
  expect(links).toEqual(expect.arrayContaining([`/${path}`, `/${path}#${findingId}`]));
});

test('a link to a passage that stands as it did says nothing', async () => {
  const other = archive?.findings.find((one) => one.decision === decision?.id && one.id !== finding?.id);
  const hash = archive?.addresses.find(({ kind, id }) => kind === 'finding' && id === other?.id)?.hash;
  for (const at of [`${path}?seen=${hash}#f-${other?.data.id}`, `${path}#${passageId}`, path])
    await open(at, async (page) => expect(await note(page), at).toBe(''));
});

test('what comes in an address is read as text and as nothing else', async () => {
  for (const at of [`${path}?seen=%3Cimg%20src=x%3E#${findingId}`, `${path}?seen=zzzzzz#${findingId}`])
    await open(at, async (page) => expect(await note(page)).toBe(''));
  await open(`${path}#%3Cimg%20src=x%20onerror=alert(1)%3E`, async (page) => {
    expect(await note(page)).toContain('There is nothing called “<img src=x onerror=alert(1)>” on this page.');
    expect(await page.locator('link-note img').count()).toBe(0);
  });
  await open(`${path}#%E0%A4%A`, async (page) => expect(await note(page)).toContain('There is nothing called'));
});

test('an unknown fragment says so, and leads to a search', async () => {
  await open(`${path}#q-never-said`, async (page) => {
    expect(await note(page)).toContain('There is nothing called “q-never-said” on this page.');
    await page.getByRole('link', { name: 'Search the record' }).click();
    expect(page.url()).toBe(`${address}search/?q=q%20never%20said`);
  });
});

test('a page that moved goes on with its fragment, and without script shows where each passage is', async () => {
  const landed = (at: string) => open(at, async (page) => void (await page.waitForURL((url) => !url.pathname.includes('made-up'))));
  await open('essays/made-up/?seen=11111111#p-0000000a', async (page) => {
    await page.waitForURL(`${address}${path}?seen=11111111#${findingId}`);
  });
  await landed('essays/made-up/');
  await landed('essays/made-up/#s-x');
  await open(
    'essays/made-up/#p-0000000a',
    async (page) => {
      expect(await page.locator('h1').innerText()).toBe('This page has moved');
      expect(await inView(page, 'p-0000000a')).toBe(true);
      expect(await page.locator('#p-0000000a a').getAttribute('href')).toBe(`/${path}#${findingId}`);
      expect(await page.locator('#s-x a').getAttribute('href')).toBe('/essays/');
      expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(0);
    },
    { javaScriptEnabled: false },
  );
});

test('a withdrawn page is a tombstone with its day and its reason, for no search engine', async () => {
  await open('themes/made-up/#p-0000000b', async (page) => {
    expect(await page.locator('main').innerText()).toMatch(
      /This page was withdrawn\s+What stood here was withdrawn on 3 December 2026 to protect the privacy of the people concerned\./,
    );
    expect(await inView(page, 'p-0000000b')).toBe(true);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
  });
});

test('the hosts get what they can answer by themselves', () => {
  const site = realpathSync(resolve(OUT));
  expect(readFileSync(join(site, '_redirects'), 'utf8')).toBe(
    '/glossary/made-up/ /glossary/ 301\n/themes/made-up/ /themes/made-up/ 410!\n',
  );
  expect(readdirSync(site)).toContain('_permalinks.nginx.conf');
  expect(readFileSync(join(site, 'data/permalinks.jsonl'), 'utf8')).toContain(
    '"path":"/themes/made-up/","state":"withdrawn","reason":"privacy"',
  );
});

test('a permalink copies the one address of what it stands beside, with the words seen, and still leads there', async () => {
  await open(
    path,
    async (page) => {
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      await page.locator(`#${findingId} > h3 > a.permalink`).click();
      await page.getByText('The link was copied.').waitFor({ timeout: 5000 });
      expect(new URL(await copied())).toMatchObject({
        pathname: `/${path}`,
        hash: `#${findingId}`,
        search: expect.stringMatching(/^\?seen=[0-9a-f]{6}$/),
      });
      expect(new URL(page.url()).hash).toBe(`#${findingId}`);
      await page.locator('[id^="r-"] > h3 > a.permalink').first().click();
      expect(new URL(await copied())).toMatchObject({ pathname: '/recommendations/', hash: expect.stringContaining(`#${decision?.id}-`) });
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  );
});

test('an address that was copied before the change leads to the change', async () => {
  let link = '';
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  await page.goto(inject('address') + path, { waitUntil: 'networkidle' });
  await page.locator(`#${findingId} > h3 > a.permalink`).click();
  await page.getByText('The link was copied.').waitFor({ timeout: 5000 });
  link = await page.evaluate(() => navigator.clipboard.readText());
  await context.close();
  const { pathname, search, hash } = new URL(link);
  await open(`${pathname.slice(1)}${search}${hash}`, async (after) => expect(await note(after)).toMatch(/It said\s+Said at length\./));
});

test('without script every address shows its place, changed or not', async () => {
  for (const id of [passageId, findingId]) {
    await open(`${path}?seen=00000000#${id}`, async (page) => expect(await inView(page, id), id).toBe(true), { javaScriptEnabled: false });
  }
});
