import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from '../browser/open-browser.ts';
import { pageTypes } from '../browser/page-types.ts';
import { runAxe } from '../browser/run-axe.ts';

const address = inject('address');
const plainTypes = pageTypes.filter((type) => !type.includes('?q='));
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(() => browser.close());

async function withPage<T>(options: BrowserContextOptions, use: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true, ...options });
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What a check finds on each type of page, with the page named. */
async function findOnEach(page: Page, check: (page: Page) => Promise<string[]>): Promise<string[]> {
  const faults: string[] = [];
  for (const path of plainTypes) {
    await page.goto(address + path, { waitUntil: 'load' });
    faults.push(...(await check(page)).map((fault) => `/${path}: ${fault}`));
  }
  return faults;
}

/** How far the page runs off to the side, and text that a box cuts off. */
const findLostText = (page: Page) =>
  page.evaluate(() => {
    const sideways = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    const cut = [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')].filter((element) => {
      const { overflowX, overflowY, position, clipPath } = getComputedStyle(element);
      if (position === 'absolute' || clipPath !== 'none' || !element.textContent.trim()) return false;
      const isCutX = ['hidden', 'clip'].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const isCutY = ['hidden', 'clip'].includes(overflowY) && element.scrollHeight > element.clientHeight + 1;
      return isCutX || isCutY;
    });
    return [
      ...(sideways > 0 ? [`runs ${sideways} pixels off to the side`] : []),
      ...cut.map((element) => `cuts off ${element.tagName}.${element.className}`),
    ];
  });

const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

const findMotion = (page: Page) =>
  page.evaluate(() => {
    const moving = [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName, animationDuration, scrollBehavior } = getComputedStyle(element);
      const lasts = (durations: string) => durations.split(',').some((duration) => Number.parseFloat(duration) > 0.01);
      return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration)) || scrollBehavior === 'smooth';
    });
    return moving.map((element) => `${element.tagName}.${element.getAttribute('class')} moves`);
  });

const readColours = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d');
    const lightness = (colour: string) => {
      if (!canvas) return -1;
      canvas.fillStyle = '#ffffff';
      canvas.fillRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
      return (red + green + blue) / 765;
    };
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { paper: lightness(backgroundColor), ink: lightness(color) };
  });

describe('axe finds nothing on any type of page', () => {
  const judge = (options: BrowserContextOptions) => withPage(options, (page) => findOnEach(page, () => runAxe(page)));

  test('in light', async () => {
    expect(await judge({ colorScheme: 'light' })).toEqual([]);
  });

  test('in dark', async () => {
    expect(await judge({ colorScheme: 'dark' })).toEqual([]);
  });

  test('320 pixels wide', async () => {
    expect(await judge({ viewport: { width: 320, height: 900 } })).toEqual([]);
  });

  test('in forced colours', async () => {
    expect(await judge({ forcedColors: 'active' })).toEqual([]);
  });

  test('without script', async () => {
    const faults = await withPage({}, async (page) => {
      // With script switched off axe could not run either; so the page gets none of its own, and what it says then is unwrapped.
      await page.route('**/*.js', (route) => route.abort());
      return findOnEach(page, async () => {
        await page.evaluate(() =>
          document.querySelectorAll('noscript').forEach((element) => void (element.outerHTML = element.textContent)),
        );
        return runAxe(page);
      });
    });
    expect(faults).toEqual([]);
  });
});

describe('no text is lost', () => {
  test('at 400 % of 1280 by 1024 pixels', async () => {
    expect(await withPage({ viewport: { width: 320, height: 256 } }, (page) => findOnEach(page, findLostText))).toEqual([]);
  });

  test.each([1280, 360])('with text spaced as wide as readers may set it, %i pixels wide', async (width) => {
    const faults = await withPage({ viewport: { width, height: 900 } }, (page) =>
      findOnEach(page, async () => {
        await page.addStyleTag({ content: SPACING });
        return findLostText(page);
      }),
    );
    expect(faults).toEqual([]);
  });

  test('the check can fail', async () => {
    const found = await withPage({}, async (page) => {
      await page.setContent(
        '<main><p style="width: 2000px">wide</p><p class="cut" style="height: 5px; overflow: hidden">Some words</p></main>',
      );
      return findLostText(page);
    });
    expect(found).toEqual([expect.stringMatching(/^runs \d+ pixels/), 'cuts off P.cut']);
  });
});

describe('less motion', () => {
  test('nothing moves for who asked for it', async () => {
    expect(await withPage({ reducedMotion: 'reduce' }, (page) => findOnEach(page, findMotion))).toEqual([]);
  });

  test('the check can fail', async () => {
    const found = await withPage({}, async (page) => {
      await page.setContent('<p class="slow" style="transition: color 1s">x</p>');
      return findMotion(page);
    });
    expect(found).toEqual(['P.slow moves']);
  });
});

test('a page is light in light, dark in dark, and on paper always dark on light', async () => {
  const look = (colorScheme: 'light' | 'dark', media: 'screen' | 'print') =>
    withPage({ colorScheme }, async (page) => {
      await page.goto(`${address}decisions/24-005-859/`);
      await page.emulateMedia({ media, colorScheme });
      const { paper, ink } = await readColours(page);
      return paper > ink ? 'dark on light' : 'light on dark';
    });
  expect([await look('light', 'screen'), await look('dark', 'screen'), await look('light', 'print'), await look('dark', 'print')]).toEqual([
    'dark on light',
    'light on dark',
    'dark on light',
    'dark on light',
  ]);
});

test('everything that the keyboard reaches shows that it is there', async () => {
  const hidden = await withPage({}, async (page) => {
    const faults: string[] = [];
    for (const path of ['', 'decisions/24-005-859/', 'timeline/', 'quotes/', 'search/']) {
      await page.goto(address + path);
      const seen = new Set<string>();
      for (let stop = 0; stop < 400; stop++) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
          const element = document.activeElement;
          if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body) return undefined;
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
          const name = `${element.tagName} ${element.getAttribute('href') ?? element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`;
          const box = element.getBoundingClientRect();
          // The parts of a date field show their focus inside it, where no page can see.
          const isInside = element instanceof HTMLInputElement && element.type === 'date';
          return {
            name,
            shown: isInside || (box.width > 0 && ((outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none')),
          };
        });
        if (!focus) break;
        seen.add(focus.name);
        if (!focus.shown) faults.push(`/${path}: ${focus.name}`);
      }
      if (seen.size < 10) faults.push(`/${path}: only ${seen.size} places were reached`);
    }
    return faults;
  });
  expect(hidden).toEqual([]);
});

test('a decision prints as a tagged document with its address and its links', async () => {
  const pdf = await withPage({ colorScheme: 'dark' }, async (page) => {
    await page.goto(`${address}decisions/24-005-859/`);
    return page.pdf({ format: 'A4', tagged: true, outline: true, printBackground: true });
  });
  const raw = pdf.toString('latin1');
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  const outline = await document.getOutline();
  const { info } = await document.getMetadata();
  expect(raw).toContain('/StructTreeRoot');
  expect(info).toMatchObject({ Language: 'en-GB' });
  expect(outline?.[0]?.title).toMatch(/coordinator who/);
  expect(text).toContain('https://upheld.example/decisions/24-005-859/');
  expect(text).not.toContain('Skip to the text');
  expect(document.numPages).toBeLessThan(40);
});
