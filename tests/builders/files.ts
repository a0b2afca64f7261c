import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Files by their path. */
type Files = Record<string, string | Uint8Array>;

/** Writes files into a folder, and returns its path. */
export function writeFiles(root: string, files: Files): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

/** Writes files into a fresh folder that goes when the test ends, and returns its path. */
export function makeFolder(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'upheld-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return writeFiles(root, files);
}
