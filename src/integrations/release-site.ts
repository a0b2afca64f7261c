import { spawnSync } from 'node:child_process';
import { realpathSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { appendPermalinks } from '../graph/ledger-file.ts';
import { rememberRelease } from '../graph/ledger-history.ts';
import type { PublishedState } from '../graph/move.ts';
import { listNewLines, type Published } from '../graph/release.ts';
import type { LiveLine } from '../schema/permalink.ts';
import { readBuiltSite } from './built-site.ts';
import { retireSite } from './publish-folder.ts';

const REHEARSAL = '.upheld/rehearsal';

/** Builds into `out` in a process of its own, whose messages are shown; false where it failed. */
const runBuild = (root: string, out: string): boolean =>
  spawnSync(process.execPath, ['scripts/build.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, UPHELD_OUT: out },
  }).status === 0;

/** Builds the site where nobody sees it, and reads what it would publish; undefined where the build failed. */
function rehearse(root: string): Published | undefined {
  const link = resolve(root, REHEARSAL);
  if (!runBuild(root, REHEARSAL)) return undefined;
  const folder = realpathSync(link);
  const { pageByPath, files } = readBuiltSite(folder, (process.env['UPHELD_BASE'] ?? '').replace(/\/$/, ''));
  rmSync(link);
  // The build that is published begins with it.
  retireSite(folder);
  return {
    pages: [...pageByPath].map(([path, { mainIds }]) => ({ path, ids: mainIds })),
    files,
    linked: new Set([...pageByPath.values()].flatMap(({ links }) => links)),
  };
}

/** Records in the ledger every address that a build of the content would publish; undefined where the build failed. */
export function recordAddresses(
  root: string,
  content: string,
  state: PublishedState,
  on: string,
): { lines: LiveLine[]; undo: () => void } | undefined {
  const published = rehearse(root);
  if (!published) return undefined;
  const lines = listNewLines(published, state.addresses, state.permalinks, on);
  const undo = lines.length > 0 ? appendPermalinks(content, lines) : () => undefined;
  return { lines, undo };
}

/** Records the addresses, then builds the site that holds the ledger with them; leaves everything as it was where either fails. */
export function releaseSite(root: string, content: string, out: string, state: PublishedState, on: string): LiveLine[] | undefined {
  const recorded = recordAddresses(root, content, state, on);
  if (!recorded) return undefined;
  if (!runBuild(root, out)) {
    recorded.undo();
    return undefined;
  }
  rememberRelease(root, content);
  return recorded.lines;
}
