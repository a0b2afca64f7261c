import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serveFolder } from '../../scripts/serve.ts';
import { findBrowser } from '../browser/find-browser.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the built site. */
    site: string;
    /** Where it is served, ending in a slash. */
    address: string;
    /** The program of the browser. */
    browser: string;
  }
}

const OUT = '.upheld/test-site';

/** Builds the site once, serves it, and finds a browser, for all tests that need them. */
export default async function setup({ provide }: TestProject) {
  provide('browser', findBrowser());
  execFileSync(process.execPath, ['scripts/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, UPHELD_OUT: OUT },
  });
  const site = realpathSync(resolve(OUT));
  const { server, address } = await serveFolder(site, 0);
  provide('site', site);
  provide('address', address);
  return () => {
    server.close();
  };
}
