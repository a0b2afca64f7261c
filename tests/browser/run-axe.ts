import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe: { run: (context: object, options: RunOptions) => Promise<AxeResults> };
  }
}

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const everything: RunOptions = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
};

async function prepareAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
}

/** A line for each rule that is broken, with the first places. */
const describeFaults = (violations: [id: string, places: string[]][]): string[] =>
  violations.map(([id, places]) => `${id} at ${places.slice(0, 3).join(', ')}`);

/** What axe finds on the page that is open, a line for each rule that it breaks. */
export async function runAxe(page: Page, options: RunOptions = everything): Promise<string[]> {
  await prepareAxe(page);
  const violations = await page.evaluate(async (given) => {
    const { violations: found } = await window.axe.run(document, { ...given, resultTypes: ['violations'] });
    return found.map(({ id, nodes }): [string, string[]] => [id, nodes.map(({ target }) => target.join(' '))]);
  }, options);
  return describeFaults(violations);
}

/** The rules about colours, which take most of the time of axe. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Everything but colours. */
export const withoutColours: RunOptions = { ...everything, rules: Object.fromEntries(COLOURS.map((rule) => [rule, { enabled: false }])) };

/** The rules that a narrow page may break where a wide one does not, colours apart. */
export const whatWidthChanges: RunOptions = { runOnly: ['target-size', 'scrollable-region-focusable'] };

/** What axe finds about colours where words have a look that is not among those known, and adds their looks to these. */
export async function runAxeOnNewLooks(page: Page, known: Set<string>): Promise<string[]> {
  await prepareAxe(page);
  const { violations, looks } = await page.evaluate(
    async ({ seen, rules }) => {
      const grounds = new Map<Element, string>();
      /** Everything that lies behind an element, from the root on. */
      const groundOf = (element: Element): string => {
        const noted = grounds.get(element);
        if (noted !== undefined) return noted;
        const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
        const isClear = backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none' && opacity === '1';
        const behind = element.parentElement ? groundOf(element.parentElement) : '';
        const ground = isClear ? behind : `${behind} / ${backgroundColor} ${backgroundImage} ${opacity}`;
        grounds.set(element, ground);
        return ground;
      };
      const nameOf = (element: Element) => `${element.tagName}.${element.getAttribute('class') ?? ''}`;
      const lookOf = (element: Element): string => {
        const { color, fontSize, fontWeight, textDecorationLine } = getComputedStyle(element);
        const above = element.parentElement;
        const around = above ? `${nameOf(above)} ${getComputedStyle(above).color}` : '';
        return [nameOf(element), color, fontSize, fontWeight, textDecorationLine, groundOf(element), around].join(' | ');
      };
      const hasWords = (element: Element) =>
        element.matches('input, select, textarea') || [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
      const all = new Set(seen);
      const fresh = [...document.body.querySelectorAll('*')].filter((element) => {
        if (!hasWords(element) || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
        const look = lookOf(element);
        return !all.has(look) && all.add(look);
      });
      if (fresh.length === 0) return { violations: [], looks: [] };
      const { violations: found } = await window.axe.run({ include: fresh }, { runOnly: rules, resultTypes: ['violations'] });
      return {
        violations: found.map(({ id, nodes }): [string, string[]] => [id, nodes.map(({ target }) => target.join(' '))]),
        looks: [...all],
      };
    },
    { seen: [...known], rules: COLOURS },
  );
  for (const look of looks) known.add(look);
  return describeFaults(violations);
}
