import { readFileSync, statSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { digestOf, listSiteFiles, readChecksums } from '../../src/integrations/checksums.ts';
import { archiveFiles } from '../builders/archive-folder.ts';
import { copyProject, type ProjectCopy } from './copy-project.ts';
import { BUILD_YEAR, otherMachine } from './other-machine.ts';

const here = resolve('.upheld/same-bytes');
const there = resolve('.upheld/same-bytes of sŵn');
const copies: ProjectCopy[] = [];
let [first, second] = ['', ''];

beforeAll(() => {
  const files = Object.entries(archiveFiles);
  copies.push(copyProject(here, Object.fromEntries(files)), copyProject(there, Object.fromEntries(files.toReversed())));
  first = copies[0]?.build({ TZ: 'America/St_Johns' }) ?? '';
  second = copies[1]?.build(otherMachine) ?? '';
}, 180_000);

afterAll(() => copies.forEach(({ remove }) => remove()));

const read = (site: string, path: string) => {
  const bytes = readFileSync(join(site, path));
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
};

/** Files of a site that hold one of these words. */
const listHolders = (site: string, words: readonly string[]): string[] =>
  listSiteFiles(site).flatMap((path) => {
    const text = read(site, path).toString('latin1');
    return words.filter((word) => text.includes(Buffer.from(word).toString('latin1'))).map((word) => `${path}: ${word}`);
  });

/** The year in which the other machine builds, as a date has it: four such digits also come up in digests and in sizes. */
const BUILT = new RegExp(`(?<![\\w,])${BUILD_YEAR}(?!\\w)`);

test('the same content gives the same bytes at another path, in another zone, language and time, from files in another order', () => {
  expect(readFileSync(join(second, 'SHA256SUMS'), 'utf8')).toBe(readFileSync(join(first, 'SHA256SUMS'), 'utf8'));
  expect(listSiteFiles(first).length).toBeGreaterThan(50);
});

test('the list of digests has every file of the site and no other', () => {
  const site = inject('site');
  const digestByPath = readChecksums(readFileSync(join(site, 'SHA256SUMS'), 'utf8'));
  expect([...digestByPath.keys()]).toEqual(listSiteFiles(site));
  for (const [path, digest] of digestByPath) expect(digestOf(readFileSync(join(site, path))), path).toBe(digest);
});

test('no path, host name or user of the machine and no time of the build stands in any file', () => {
  const { username, homedir } = userInfo();
  // A name that is a word of the pages says nothing.
  const names = [hostname(), username].filter((name) => name.length > 4 && name !== 'localhost');
  expect(listHolders(first, [here, homedir === '/' ? here : `${homedir}/`, ...names])).toEqual([]);
  expect(listHolders(second, [there, 'Kiritimati', ...names])).toEqual([]);
  expect(listSiteFiles(second).filter((path) => BUILT.test(read(second, path).toString('latin1')))).toEqual([]);
  expect(listHolders(inject('site'), [resolve('.upheld'), resolve('src'), ...names])).toEqual([]);
});

test('the search for such words finds them where they are, compressed too', () => {
  expect(listHolders(first, ['A made-up decision']).map((line) => line.replace(/\/[^/]*$/, ''))).toContain('pagefind/fragment');
  expect(
    [`"${BUILD_YEAR}-03-01"`, `1 March ${BUILD_YEAR}.`, `a${BUILD_YEAR}b`, `["4a6f",${BUILD_YEAR}]`].map((words) => BUILT.test(words)),
  ).toEqual([true, true, false, false]);
});

test('the files of a site may be read by a server of another user', () => {
  expect(listSiteFiles(first).filter((path) => (statSync(join(first, path)).mode & 0o444) !== 0o444)).toEqual([]);
});
