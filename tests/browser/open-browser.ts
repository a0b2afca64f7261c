import { type Browser, chromium } from 'playwright-core';

/**
 * The list under the address bar, a page of its own for every page that is opened: nobody sees it, and it takes as much of the
 * processor as what is tested. The others Playwright switches off; they are repeated because Chromium heeds one such list, the last.
 */
const FEATURES_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

const FLAGS = [
  `--disable-features=${FEATURES_OFF.join(',')}`,
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

// A test that waits in vain says so when its own time is over; before that the machine may only be busy.
const PATIENCE_MS = 120_000;

/** Starts the Chromium at this path. Pages have no service worker unless a test asks for one, so that none holds a whole site unasked. */
export async function openBrowser(executablePath: string): Promise<Browser> {
  const browser = await chromium.launch(toLaunchOptions(executablePath));
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext({ serviceWorkers: 'block', ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    return context;
  };
  return browser;
}
