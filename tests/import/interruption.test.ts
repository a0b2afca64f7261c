import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importFiles } from '../../scripts/import/import-files.ts';
import { openImporter } from '../../scripts/import/import-file.ts';
import { openJournal } from '../../scripts/import/journal.ts';
import { formatToday } from '../../scripts/import/today.ts';
import { listFiles } from '../../scripts/import/list-files.ts';
import { makeFolder } from '../builders/files.ts';
import { bringIn, FIXTURES, makeContent, readTree } from '../builders/import.ts';
import { contentOf, COUNT, interrupt, makePages, runCommand } from '../builders/import-command.ts';

const PAGES = join(FIXTURES, 'pages');

/** Brings in a folder, and stops after so many files. */
async function run(content: string, folder: string, most = Number.POSITIVE_INFINITY) {
  const files = listFiles([PAGES], FIXTURES).files.slice(0, 8);
  const journal = openJournal(folder, 'test');
  let done = 0;
  const result = await importFiles(
    openImporter({ content, licence: null, numbersChecked: false, today: '2026-11-22' }),
    journal,
    files,
    () => (done += 1),
    () => done >= most,
  );
  if (result.stopped) journal.release();
  else journal.close();
  return { ...result, resumed: journal.resumed };
}

test('a run that is stopped goes on where it stopped, and ends as if it had not been', async () => {
  const [stopped, whole] = [makeContent(), makeContent()];
  const folder = makeFolder({});
  const first = await run(stopped, folder, 4);
  expect(first).toMatchObject({ stopped: true, results: expect.objectContaining({ length: 4 }) });
  const second = await run(stopped, folder);
  expect(second.resumed).toBe(4);
  const once = await run(whole, makeFolder({}));
  expect(second.results).toEqual(once.results);
  expect(readTree(stopped)).toEqual(readTree(whole));
});

test('a run that has ended leaves nothing to go on with', async () => {
  const folder = makeFolder({});
  await run(makeContent(), folder);
  expect(readdirSync(folder)).toEqual([]);
});

test('a ledger of captures that was cut short is mended by the next import', async () => {
  const [cut, whole] = [makeContent(), makeContent()];
  await run(whole, makeFolder({}));
  mkdirSync(join(cut, 'captures'));
  writeFileSync(join(cut, 'captures/captures.jsonl'), '{"sha256":"0f1');
  await run(cut, makeFolder({}));
  expect(readTree(cut)).toEqual(readTree(whole));
});

test('Ctrl+C ends a run after the page that it is at, and the next one ends as if it had not', async () => {
  const pages = makePages();
  const [project, content, whole] = [makeFolder({}), makeContent(), makeContent()];
  const first = await interrupt(project, content, pages, 'SIGINT');
  expect(first).toMatchObject({ code: 130, signal: null, stderr: '' });
  expect(first.stdout).toMatch(/\nStopped after \d+ of 40\. Run the same command again to go on\.\n/);
  expect(readdirSync(join(content, 'decisions')).length).toBeLessThan(2 * COUNT);
  const second = await runCommand(project, content, pages).ended;
  expect(second.stdout).toMatch(/^Going on with an import that was interrupted: \d+ files were done\.\n/);
  expect(second.stdout).toContain(`${COUNT} files: ${COUNT} imported,`);
  await bringIn(
    whole,
    readdirSync(pages)
      .toSorted()
      .map((name) => join(pages, name)),
    { today: formatToday() },
  );
  expect(contentOf(content)).toEqual(contentOf(whole));
}, 60_000);

test('the command tells what was imported and what was refused, and its exit code says whether anything was', async () => {
  const [project, content] = [makeFolder({}), makeContent()];
  const run2 = (...paths: string[]) => runCommand(project, content, ...paths).ended;
  const good = await run2(join(PAGES, 'plain.html'), join(PAGES, 'letters.html'));
  expect(good.code).toBe(0);
  expect(good.stdout).toContain('2 files: 2 imported, 0 unchanged, 0 changed, 0 refused.');
  const bad = await run2(PAGES, join(FIXTURES, 'refused'));
  expect(bad.code).toBe(1);
  expect(bad.stdout).toMatch(
    /\nRefused:\n(?: {2}.*: .*\.\n){18}\nPassed over, being no pages: 1 \.txt\.\n49 files: 29 imported, 2 unchanged, 0 changed, 18 refused\.\n/,
  );
  expect(await run2(join(PAGES, 'nowhere.html'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('nowhere.html. Nothing was imported.'),
  });
  expect(await run2(PAGES, '--source', 'gazette')).toMatchObject({ code: 1, stderr: expect.stringMatching(/^A source has one page,/) });
}, 60_000);
