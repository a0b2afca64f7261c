import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { formatProblem } from '../../src/compile/problem.ts';
import { loadArchive } from '../../src/graph/load-archive.ts';
import type { Permalinks } from '../../src/graph/permalinks.ts';
import { listNewLines } from '../../src/graph/release.ts';
import { readBuiltSite } from '../../src/integrations/built-site.ts';
import { type LiveLine, writePermalinkLine } from '../../src/schema/permalink.ts';

const none: Permalinks = { byAddress: new Map(), orderByPath: new Map() };

/** The lines of a first release of the real content, read from its built site. */
export function listFirstLines(site: string, on: string): LiveLine[] {
  const { pageByPath, files } = readBuiltSite(site);
  const pages = [...pageByPath].map(([path, { mainIds }]) => ({ path, ids: mainIds }));
  const linked = new Set([...pageByPath.values()].flatMap(({ links }) => links));
  return listNewLines({ pages, files, linked }, loadArchive(process.cwd(), resolve('content')).published.addresses, none, on);
}

/** The same as the text of a ledger. */
export const firstLedger = (site: string, on: string): string =>
  listFirstLines(site, on)
    .map((line) => `${writePermalinkLine(line)}\n`)
    .join('');

/** A copy of the real content that was released once, and the commands over it. `out` is where it is built. */
export function copyReleasedContent(ledger: string, out: string) {
  const content = mkdtempSync('.upheld/released-content-');
  cpSync('content', content, { recursive: true });
  writeFileSync(join(content, 'permalinks.jsonl'), ledger);
  return {
    content,
    run: (script: string, ...args: string[]) =>
      spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {
        encoding: 'utf8',
        env: { ...process.env, UPHELD_CONTENT: content, UPHELD_OUT: out },
      }),
    /** As `npm run check` prints them, without the name of the folder. */
    problems: () =>
      loadArchive(process.cwd(), resolve(content)).problems.map((problem) => formatProblem(problem).slice(content.length + 1)),
    read: (file: string) => readFileSync(join(content, file), 'utf8'),
    write: (file: string, text: string) => {
      mkdirSync(dirname(join(content, file)), { recursive: true });
      writeFileSync(join(content, file), text);
    },
    edit: (file: string, change: (text: string) => string) => {
      const path = join(content, file);
      const text = readFileSync(path, 'utf8');
      if (change(text) === text) throw new Error(`The edit of ${file} changes nothing`);
      writeFileSync(path, change(text));
    },
    remove: () => rmSync(content, { recursive: true, force: true }),
  };
}
