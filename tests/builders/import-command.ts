import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './files.ts';
import { readTree, writePage } from './import.ts';

const COMMAND = join(import.meta.dirname, '../../scripts/import.ts');

/** The command, run where nothing of the project lies, so that its journal is its own. */
export function runCommand(project: string, content: string, ...paths: string[]) {
  const child = spawn(process.execPath, [COMMAND, ...paths], { cwd: project, env: { ...process.env, UPHELD_CONTENT: content } });
  const told = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) child[name].setEncoding('utf8').on('data', (text: string) => void (told[name] += text));
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => ({ code, signal, ...told }));
  return { child, ended };
}

export const COUNT = 40;

/** Saved pages, so many that a run of them can be interrupted. */
export const makePages = () =>
  makeFolder(
    Object.fromEntries(
      Array.from({ length: COUNT }, (_none, index): [string, string] => {
        const ref = `25 004 ${String(index).padStart(3, '0')}`;
        const sections = `<h2>The complaint</h2>${`<p>Page ${index} says that the ferry was late again.</p>`.repeat(12)}`;
        return [`${ref.replaceAll(' ', '-')}.html`, writePage(sections, { ref })];
      }),
    ),
  );

/** Starts a run and sends it a signal once so many files and folders are written. */
export async function interrupt(project: string, content: string, pages: string, signal: NodeJS.Signals, after = 6) {
  const { child, ended } = runCommand(project, content, pages);
  const folder = join(content, 'decisions');
  while (child.exitCode === null && (!existsSync(folder) || readdirSync(folder).length < after))
    await new Promise((resolve) => setTimeout(resolve, 2));
  child.kill(signal);
  return ended;
}

/** What a folder holds; the order in which captures were brought in may differ. */
export const contentOf = (folder: string) =>
  Object.entries(readTree(folder)).map(([path, text]) => [
    path,
    path.endsWith('captures.jsonl') ? text.split('\n').toSorted().join('\n') : text,
  ]);
