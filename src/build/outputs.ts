import { linkSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Output } from './manifest.ts';

/** Whether a file is as it was when it was rendered. */
export function isAsRendered(site: string, { file, size, mtimeMs }: Output): boolean {
  const now = statSync(join(site, file), { throwIfNoEntry: false });
  return now?.size === size && now.mtimeMs === mtimeMs;
}

/** Notes what a file is like now that it has been rendered. */
export function measureOutput(site: string, output: Output): void {
  const { size, mtimeMs } = statSync(join(site, output.file));
  output.size = size;
  output.mtimeMs = mtimeMs;
}

/** Gives a site a file of another one. Both have the same file then, so that neither may be written into. */
export function shareFile(from: string, to: string, file: string): void {
  mkdirSync(dirname(join(to, file)), { recursive: true });
  linkSync(join(from, file), join(to, file));
}

/** Gives a file of a site other words. A page may be shared with the published site, so a new file takes its place. */
export function replaceFile(path: string, content: string): void {
  const partial = `${path}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, path);
}
