import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const PARTS = ['src', 'public', 'scripts', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A copy of the project that builds beside every other: builds of one project wait for no other and share its caches. */
export interface ProjectCopy {
  root: string;
  /** Builds into its `dist`; `settings` are variables of the build. Returns the folder of the site. */
  build: (settings?: Record<string, string>) => string;
  remove: () => void;
}

/** Copies the project to `root`, with other content where that is given by its files. */
export function copyProject(root: string, content?: Record<string, string>): ProjectCopy {
  const remove = () => rmSync(root, { recursive: true, force: true });
  remove();
  mkdirSync(root, { recursive: true });
  for (const part of content ? PARTS : [...PARTS, 'content']) cpSync(part, join(root, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries(content ?? {})) {
    mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
    writeFileSync(join(root, 'content', path), text);
  }
  const { UPHELD_CONTENT: _content, UPHELD_OUT: _out, UPHELD_STAGE: _stage, ...env } = process.env;
  return {
    root,
    build: (settings = {}) => {
      execFileSync(process.execPath, ['scripts/build.ts'], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...env, ...settings },
      });
      return join(root, 'dist');
    },
    remove,
  };
}
