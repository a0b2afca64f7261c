import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { loadArchive } from '../../src/graph/load-archive.ts';
import type { TargetKind } from '../../src/schema/reference.ts';
import { openBrowser } from './open-browser.ts';

const address = inject('address');
const { archive } = loadArchive(process.cwd());
if (!archive) throw new Error('The content has problems');
const { conflicts, urlOf } = archive;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** The address in the bar, as content writes it. */
const whereNow = () => `/${page.url().slice(address.length)}`;

test('a mark at each kind of passage leads to its conflict, and the conflict back to what is marked', async () => {
  const marks = conflicts.flatMap(({ id, data }) =>
    data.passages.flatMap((passage) =>
      Object.entries(passage).map(([kind, target]) => ({ id, kind: kind as TargetKind, target: String(target) })),
    ),
  );
  // One of each kind by clicks; that every passage has its mark, and every mark its way back, is seen in the built pages.
  for (const [kind, [mark]] of Map.groupBy(marks, (one) => one.kind)) {
    const [passage, conflict] = [urlOf(kind, mark?.target ?? ''), urlOf('conflict', mark?.id ?? '')];
    await page.goto(address + passage.slice(1), { waitUntil: 'commit' });
    await page.locator(`a.conflict-mark[href="${conflict}"]`).first().click();
    expect(whereNow()).toBe(conflict);
    expect(await page.locator('article:target').getAttribute('id')).toBe(mark?.id);
    await page.locator(`article:target .meta a[href="${passage}"]`).click();
    expect(whereNow()).toBe(passage);
  }
});

test('the review of 2022 reads recommended, found not done in November 2023, held late in 2023, each with evidence and tier', async () => {
  await page.goto(`${address}recommendations/#21-003-925-review`);
  const lineage = page.locator('article.lineage', { has: page.locator('[id="21-003-925-review"]') });
  expect(await lineage.getByRole('heading').innerText()).toBe('Arrange a section 117 review for the son');
  const steps = await lineage.locator('.states > li').evaluateAll((items) =>
    items.map((item) => ({
      words: (item.textContent ?? '').replace(/\s+/g, ' ').trim(),
      evidence: [...item.querySelectorAll('.evidence > li')].map((line) => ({
        tier: line.querySelector('.tier')?.textContent,
        source: line.querySelector('a')?.getAttribute('href'),
      })),
    })),
  );
  const [paper, statement, article, bbc] = [
    { tier: 'official', source: '/sources/lgsco-24005859a/' },
    { tier: 'official', source: '/sources/lgsco-23002112/' },
    { tier: 'secondary', source: '/sources/clements-2025-s117/' },
    { tier: 'press', source: '/sources/bbc-2024/' },
  ];
  expect(steps).toEqual([
    { words: expect.stringMatching(/^Recommended 3 May 2022 /), evidence: [paper, statement] },
    { words: expect.stringMatching(/^Not done November 2023 by the Council and the Trust .*The finding/), evidence: [statement] },
    { words: expect.stringMatching(/^Recommended November 2023 /), evidence: [statement] },
    {
      words: expect.stringMatching(/^Done about November 2023 to December 2023 .*A review meeting was held late in 2023/),
      evidence: [article, bbc],
    },
  ]);
});

test.each([
  ['', 'figure.drawing'],
  ['recommendations/', 'figure.drawing'],
  ['timeline/', 'figure.overview'],
])(
  'at 320 pixels the drawing of /%s is whole, has letters that can be read, a description, and a table of the same',
  async (path, figure) => {
    const narrow = await browser.newPage({ viewport: { width: 320, height: 800 } });
    await narrow.goto(address + path);
    const drawings = narrow.locator(`${figure} svg[role="img"]:visible`);
    expect(await drawings.count()).toBeGreaterThan(0);
    for (const drawing of await drawings.all()) {
      const box = await drawing.boundingBox();
      expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 320).toBe(true);
      expect((await drawing.locator('title').first().textContent())?.length).toBeGreaterThan(10);
      expect((await drawing.locator('desc').first().textContent())?.length).toBeGreaterThan(30);
      const smallest = await drawing.evaluate((svg) => {
        const scale = svg.getBoundingClientRect().width / (svg as unknown as SVGSVGElement).viewBox.baseVal.width;
        return Math.min(...[...svg.querySelectorAll('text')].map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale));
      });
      expect(smallest).toBeGreaterThanOrEqual(9.5);
    }
    await narrow.locator(`${figure} summary`).click();
    expect(await narrow.locator(`${figure} details tbody tr`).count()).toBeGreaterThan(3);
    await narrow.close();
  },
);
