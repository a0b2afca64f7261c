import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ask } from './ask.ts';
import { type ServedCopy, serveCopy } from './serve-copy.ts';

/** In the order of the columns. */
const servers = ['nginx', 'Caddy', 'python3 -m http.server'] as const;
const PAGE = 'decisions/24-005-859/index.html';
let copy: ServedCopy;

beforeAll(async () => {
  copy = await serveCopy(inject('site'), servers);
}, 120_000);
afterAll(() => copy.remove());

/** The table of docs/hosting.md: what is asked for, and what each server does. */
function readTable(): { path: string; cells: string[] }[] {
  const [, table = ''] = readFileSync('docs/hosting.md', 'utf8').split('## Other spellings of an address');
  return [...table.matchAll(/^\| `(\/[^`]*)` +\|(.*)\|$/gm)].map(([, path = '', cells = '']) => ({
    path,
    cells: cells.split('|').map((cell) => cell.trim()),
  }));
}

/** What a server does with an address, in the words of the table. */
async function describeAnswer(origin: string, path: string): Promise<string> {
  const { status, headers, body } = await ask(origin, path);
  const page = copy.read(PAGE);
  if (status === 200 && body.equals(page)) return 'the page';
  if (status === 404) return 'not found';
  if (status !== 301 && status !== 308) return `status ${status}`;
  const asked = new URL(path, origin);
  const target = new URL(headers.location ?? '', asked);
  const landed = await ask(origin, target.pathname);
  if (landed.status !== 200 || !landed.body.equals(page)) return `sent to ${target.pathname}`;
  return target.search === asked.search ? 'sent on' : 'sent on, loses `seen`';
}

test.for(servers)('%s does with other spellings of an address what the documentation says', async (name, { skip }) => {
  const origin = copy.originOf(name, skip);
  const rows = readTable();
  expect(rows.length).toBeGreaterThan(10);
  const found: string[] = [];
  for (const { path } of rows) found.push(`${path}: ${await describeAnswer(origin, path)}`);
  expect(found).toEqual(rows.map(({ path, cells }) => `${path}: ${cells[servers.indexOf(name)]}`));
});
