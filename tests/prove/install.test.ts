import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';

const PARTS = ['src', 'public', 'scripts', 'content', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', '.npmrc'];
/** In a folder that no package of ours lies above, so that nothing is found but what was installed. */
const root = mkdtempSync(join(tmpdir(), 'without-scripts-'));

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('installed without any script, with a Node of the machine, the project builds the same site', ({ skip }) => {
  for (const part of PARTS) cpSync(part, join(root, part), { recursive: true });
  const { UPHELD_CONTENT: _content, UPHELD_OUT: _out, ...env } = process.env;
  // What npm has fetched before it takes from its cache; the rest needs the network.
  const installed = spawnSync('npm', ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'], {
    cwd: root,
    encoding: 'utf8',
    env,
    shell: process.platform === 'win32',
  });
  if (installed.status !== 0 && /ENOTFOUND|ENOTCACHED|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(installed.stderr)) {
    console.warn(
      'npm has not every package in its cache and reaches no registry, so it is not shown that the project needs no install script.',
    );
    return skip('no network');
  }
  expect(installed.status, installed.stderr).toBe(0);
  expect(existsSync(join(root, 'node_modules/node/bin/node'))).toBe(false);
  execFileSync(process.execPath, ['scripts/build.ts'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], env });
  const readSums = (site: string) => readFileSync(join(realpathSync(site), 'SHA256SUMS'), 'utf8');
  expect(readSums(join(root, 'dist'))).toBe(readSums(inject('site')));
});
