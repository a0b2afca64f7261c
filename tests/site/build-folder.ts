import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Writes content under `.upheld` and builds a site from it, apart from every other; `settings` are variables of the build. */
export function buildFolder(
  name: string,
  files: Record<string, string>,
  settings: Record<string, string> = {},
): { site: string; remove: () => void } {
  const content = join('.upheld', name);
  const out = `${content}-site`;
  rmSync(content, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  execFileSync(process.execPath, ['scripts/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, UPHELD_CONTENT: content, UPHELD_OUT: out, ...settings },
  });
  const site = realpathSync(resolve(out));
  return {
    site,
    remove: () => {
      for (const path of [content, out, site]) rmSync(path, { recursive: true, force: true });
    },
  };
}
