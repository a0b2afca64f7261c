import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { importFiles } from '../../scripts/import/import-files.ts';
import { openImporter } from '../../scripts/import/import-file.ts';
import { openJournal } from '../../scripts/import/journal.ts';
import { listFiles } from '../../scripts/import/list-files.ts';
import { makeFolder } from '../builders/files.ts';
import { FIXTURES, makeContent, readTree, writePage } from '../builders/import.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGES = join(FIXTURES, 'pages');

/** Brings in a folder, and stops after so many files. */
async function run(content: string, folder: string, most = Number.POSITIVE_INFINITY) {
  const { files } = listFiles([PAGES], FIXTURES);
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
  const first = await run(stopped, folder, 9);
  expect(first).toMatchObject({ stopped: true, results: expect.objectContaining({ length: 9 }) });
  const second = await run(stopped, folder);
  expect(second.resumed).toBe(9);
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

/** A copy of the project that writes its journal into a folder of its own. */
function makeProject(): string {
  const root = makeFolder({});
  for (const name of ['src', 'scripts', 'package.json', 'package-lock.json'])
    cpSync(join(ROOT, name), join(root, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

const environment = (content: string) => ({ ...process.env, UPHELD_CONTENT: content });

test('a run that is killed loses nothing: the next one ends with the same content', async () => {
  const project = makeProject();
  const pages = makeFolder(
    Object.fromEntries(
      Array.from({ length: 60 }, (_none, index): [string, string] => {
        const ref = `25 004 ${String(index).padStart(3, '0')}`;
        return [
          `${ref.replaceAll(' ', '-')}.html`,
          writePage(
            `<h2>The complaint</h2>${Array.from({ length: 30 }, (_line, line) => `<p>Paragraph ${line} of page ${index} says that the ferry was late again.</p>`).join('')}`,
            { ref },
          ),
        ];
      }),
    ),
  );
  const [killed, whole] = [makeContent(), makeContent()];
  const command = ['scripts/import.ts', pages];
  const child = spawn(process.execPath, command, { cwd: project, env: environment(killed), stdio: 'ignore' });
  const folder = join(killed, 'decisions');
  while (!existsSync(folder) || readdirSync(folder).length < 12) await new Promise((resolve) => setTimeout(resolve, 5));
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  expect(readdirSync(folder).length).toBeLessThan(120);
  const again = await promisify(execFile)(process.execPath, command, { cwd: project, env: environment(killed) });
  await promisify(execFile)(process.execPath, command, { cwd: project, env: environment(whole) });
  expect(again.stdout).toContain('60 files:');
  const sorted = (tree: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(tree).map(([path, text]) => [path, path.endsWith('captures.jsonl') ? text.split('\n').toSorted().join('\n') : text]),
    );
  expect(sorted(readTree(killed))).toEqual(sorted(readTree(whole)));
}, 120_000);

test('the command tells what was imported and what was refused, and its exit code says whether anything was', async () => {
  const project = makeProject();
  const content = makeContent();
  const run2 = (...paths: string[]) =>
    promisify(execFile)(process.execPath, ['scripts/import.ts', ...paths], { cwd: project, env: environment(content) });
  const good = await run2(join(PAGES, 'plain.html'), join(PAGES, 'letters.html'));
  expect(good.stdout).toContain('2 files: 2 imported, 0 unchanged, 0 changed, 0 refused.');
  const bad = await run2(PAGES, join(FIXTURES, 'refused')).then(
    () => undefined,
    (error: unknown) => error as { code: number; stdout: string },
  );
  expect(bad?.code).toBe(1);
  expect(bad?.stdout).toMatch(
    /\nRefused:\n(?: {2}.*: .*\.\n){18}\nPassed over, being no pages: 1 \.txt\.\n49 files: 29 imported, 2 unchanged, 0 changed, 18 refused\.\n/,
  );
  const none = await run2(join(PAGES, 'nowhere.html')).then(
    () => undefined,
    (error: unknown) => error as { code: number; stderr: string },
  );
  expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('nowhere.html. Nothing was imported.') });
}, 120_000);
