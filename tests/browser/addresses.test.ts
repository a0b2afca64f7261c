import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { listFirstLines } from '../builders/released-content.ts';
import { openBrowser } from './open-browser.ts';
import { listAddressesOf, openAddresses } from './open-addresses.ts';

const origin = inject('address').replace(/\/$/, '');
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(() => browser?.close());

/** One passage of every type of page and of fragment, that which stands furthest down. */
function takeSample(addresses: readonly string[]): string[] {
  const typeOf = (address: string) => {
    const [path = '', id = ''] = address.split('#');
    const [section = '', ...rest] = path.split('/').filter(Boolean);
    return [section, rest.length, /^[a-z]-/.exec(id)?.[0] ?? (id ? 'id' : '')].join(' ');
  };
  const passages = addresses.filter((address) => address.includes('#'));
  return [...Map.groupBy(passages, typeOf).values()].flatMap((own) => own.at(-1) ?? []);
}

const sample = takeSample(listAddressesOf(listFirstLines(inject('site'), '2026-12-01')));

// The others are opened by npm run prove.
test.each([true, false])('one passage of each type shows its place, with script: %s', async (javaScriptEnabled) => {
  expect(sample.length).toBeGreaterThan(25);
  expect(await openAddresses(browser, origin, sample, { javaScriptEnabled })).toEqual([]);
});

test('the check can fail: what is not there, hidden, or under something is found', async () => {
  const { createServer } = await import('node:http');
  const server = createServer((_, response) => {
    response
      .setHeader('content-type', 'text/html')
      .end(
        `<!doctype html><div style="position:fixed;inset:0 0 auto 0;height:200px;background:#ccc">over</div><p hidden id="hidden">a</p><p id="under">b</p><div style="height:3000px"></div><p id="far">c</p><div style="height:3000px"></div>`,
      );
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const other = `http://127.0.0.1:${Object(server.address()).port}`;
  const faults = await openAddresses(browser, other, ['/#none', '/#hidden', '/#under', '/#far'], { javaScriptEnabled: true });
  server.close();
  expect(faults).toEqual(['/#far lies under DIV', '/#hidden is hidden', '/#none is not there', '/#under lies under DIV']);
});
