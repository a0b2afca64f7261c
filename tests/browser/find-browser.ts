import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const HELP = 'No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its program.';

function run(command: string, args: string[], timeout: number): string | undefined {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      timeout,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).trim();
  } catch {
    // A command that is missing or fails means only that this way of finding a browser is closed.
    return undefined;
  }
}

const isRoot = () => process.getuid?.() === 0;

/** The first of some programs that is installed, by its names or by where it usually is. */
export function findProgram(names: readonly string[], places: readonly string[] = []): string | undefined {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  for (const name of names) {
    const path = run(finder, [name], 5_000)?.split(/\r?\n/)[0];
    if (path) return path;
  }
  return places.find(existsSync);
}

function findDownloaded(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function download(): string | undefined {
  console.log('No browser is installed; fetching one for the tests.');
  run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium'], 180_000);
  return findDownloaded();
}

/** Installs a package where this is Debian and we may; the program of that name, if it is there then. */
export function installFromDebian(name: string): string | undefined {
  if (process.platform !== 'linux' || !isRoot() || !run('which', ['apt-get'], 5_000)) return undefined;
  console.log(`Installing Debian’s ${name} package for the tests.`);
  run('apt-get', ['update'], 180_000);
  run('apt-get', ['install', '-y', '--no-install-recommends', name], 400_000);
  return findProgram([name]);
}

/** The program of a Chromium: `CHROMIUM_PATH`, an installed one, Playwright's download, or Debian's package. Throws where none can be had. */
export function findBrowser(): string {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which is not there. Mend it or take it away.`);
  }
  const path = findProgram(NAMES, PLACES) ?? findDownloaded() ?? download() ?? installFromDebian('chromium');
  if (!path) throw new Error(HELP);
  return path;
}
