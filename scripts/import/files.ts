import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PARTIAL = '.import-partial';

/** Removes what a run that was killed in the middle of writing has left. */
export const clearPartial = (folder: string): void => rmSync(join(folder, PARTIAL), { force: true });

/**
 * Writes `name` under `folder` in one step: a reader, or a run after an interruption, sees all of it or none. What is
 * half written lies at one place of the folder, which nothing reads.
 */
export function writeWhole(folder: string, name: string, content: string | Uint8Array): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(join(folder, PARTIAL), content);
  renameSync(join(folder, PARTIAL), path);
}

/** A file's text, or undefined where there is no file. */
export const readIfThere = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** Adds lines to a ledger, and first takes away a last line that an interruption cut short. */
export function appendLines(folder: string, name: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const path = join(folder, name);
  const before = readIfThere(path) ?? '';
  const last = before.slice(before.lastIndexOf('\n') + 1);
  const whole = last === '' || isJson(last) ? before : before.slice(0, before.lastIndexOf('\n') + 1);
  const joint = whole === '' || whole.endsWith('\n') ? '' : '\n';
  const added = `${joint}${lines.join('\n')}\n`;
  mkdirSync(dirname(path), { recursive: true });
  if (whole === before) writeFileSync(path, added, { flag: 'a' });
  else writeWhole(folder, name, whole + added);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
