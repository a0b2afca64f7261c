import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { byTag, readSite } from './read-site.ts';

const site = inject('site');
const MOST = 30 * 1024;

/** A script and all that it imports before it runs. */
function listScripts(address: string, found = new Set<string>()): Set<string> {
  if (found.has(address)) return found;
  found.add(address);
  const text = readFileSync(join(site, address), 'utf8');
  for (const [, , imported = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*(["'])(\.[^"']*)\1/g))
    listScripts(posix.join(posix.dirname(address), imported), found);
  return found;
}

test('no page loads more than 30 KB of script, packed, before something is searched for', () => {
  const bytesByScript = new Map<string, number>();
  const weigh = (script: string) => {
    const bytes = bytesByScript.get(script) ?? gzipSync(readFileSync(join(site, script)), { level: 9 }).length;
    bytesByScript.set(script, bytes);
    return bytes;
  };
  const heavy = readSite(site).flatMap((page) => {
    const scripts = new Set<string>();
    for (const { properties } of byTag(page, 'script')) if (typeof properties['src'] === 'string') listScripts(properties['src'], scripts);
    const total = [...scripts].reduce((sum, script) => sum + weigh(script), 0);
    return total > MOST ? [`${page.path}: ${total}`] : [];
  });
  expect(bytesByScript.size).toBeGreaterThanOrEqual(3);
  expect(heavy).toEqual([]);
});
