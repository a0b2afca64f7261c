import { type Browser, chromium } from 'playwright-core';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How the Chromium at a path is started. As root, it runs only without its sandbox. */
const toLaunchOptions = (executablePath: string) => ({
  executablePath,
  args: process.getuid?.() === 0 ? [...FLAGS, '--no-sandbox'] : FLAGS,
});

/** Starts the Chromium at this path. Pages have no service worker unless a test asks for one, so that none holds a whole site unasked. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  const browser = await chromium.launch(toLaunchOptions(executablePath));
  const newContext = browser.newContext.bind(browser);
  browser.newContext = (options) => newContext({ serviceWorkers: 'block', ...options });
  return browser;
}
