import type { Browser } from 'playwright-core';
import type { LiveLine } from '../../src/schema/permalink.ts';

/** Every address of ledger lines: each page, each of its fragments, each file. */
export const listAddressesOf = (lines: readonly LiveLine[]): string[] =>
  lines.flatMap(({ path, fragments }) => [path, ...Object.keys(fragments).flatMap((id) => (id === '' ? [] : [`${path}#${id}`]))]);

/** What keeps a reader who followed a link to an id from seeing its place at once; runs in the page. */
function findFault(id: string): string | undefined {
  const named = document.getElementById(id);
  if (!named) return 'is not there';
  if (!named.checkVisibility({ contentVisibilityAuto: false, visibilityProperty: true })) return 'is hidden';
  // A pin is an empty element at the start of the passage that keeps its address: the passage is what is seen.
  const shown = named.getClientRects().length > 0 && named.getBoundingClientRect().height > 0 ? named : (named.parentElement ?? named);
  const { top, left, width, height } = shown.getBoundingClientRect();
  if (height === 0) return 'has no height';
  if (top < -1 || top >= innerHeight) return `is out of view: ${Math.round(top)} pixels from the top of a window of ${innerHeight}`;
  const [x, y] = [left + Math.min(width / 2, 8), top + Math.min(height / 2, 6)];
  const front = document.elementFromPoint(x, y);
  return front && (shown.contains(front) || front.contains(shown)) ? undefined : `lies under ${front?.tagName ?? 'nothing'}`;
}

/** The same addresses, so that two of one page do not follow one another: going to the second would not load it. */
function alternatePages(addresses: readonly string[]): string[] {
  const seen = new Map<string, number>();
  const turns = addresses.map((address) => {
    const [path = ''] = address.split('#');
    const turn = seen.get(path) ?? 0;
    seen.set(path, turn + 1);
    return { address, turn };
  });
  return turns.toSorted((a, b) => a.turn - b.turn).map(({ address }) => address);
}

/** Opens every address afresh, several at a time, and returns a line for each whose place is not in view. */
export async function openAddresses(
  browser: Browser,
  origin: string,
  addresses: readonly string[],
  { javaScriptEnabled, width = 1280 }: { javaScriptEnabled: boolean; width?: number },
): Promise<string[]> {
  const faults: string[] = [];
  const queue = alternatePages(addresses).values();
  const openNext = async () => {
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width, height: 720 } });
    const page = await context.newPage();
    let opened = '';
    for (const address of queue) {
      const [path = '', id = ''] = address.split('#');
      if (!path.endsWith('/')) {
        const { status } = await fetch(origin + path);
        if (status !== 200) faults.push(`${address} is answered with ${status}`);
        continue;
      }
      if (path === opened) await page.goto('about:blank');
      opened = path;
      const response = await page.goto(origin + address, { waitUntil: 'load' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const fault =
        response?.status() === 200
          ? id === ''
            ? undefined
            : await page.evaluate(findFault, id)
          : `is answered with ${response?.status()}`;
      if (fault) faults.push(`${address} ${fault}`);
    }
    await context.close();
  };
  await Promise.all(Array.from({ length: 2 }, openNext));
  return faults.toSorted();
}
