import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file in one step: a reader, or a run after an interruption, sees all of it or none. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  try {
    writeFileSync(partial, content);
    renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
}

/** A file's text, or undefined where there is no file. */
export const readIfThere = (path: string): string | undefined => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** Adds lines to a ledger, and first takes away a last line that an interruption cut short. */
export function appendLines(path: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  const before = readIfThere(path) ?? '';
  const last = before.slice(before.lastIndexOf('\n') + 1);
  const whole = last === '' || isJson(last) ? before : before.slice(0, before.lastIndexOf('\n') + 1);
  const joint = whole === '' || whole.endsWith('\n') ? '' : '\n';
  const added = `${joint}${lines.join('\n')}\n`;
  mkdirSync(dirname(path), { recursive: true });
  if (whole === before) writeFileSync(path, added, { flag: 'a' });
  else writeWhole(path, whole + added);
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
