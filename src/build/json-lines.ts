import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs';

const CHUNK = 4_000_000;
const NEWLINE = 10;

/**
 * Writes values to a file, one a line, whole or not at all. What is known of a large site is longer than the longest text that
 * JavaScript can hold.
 */
export function writeJsonLines(path: string, values: Iterable<unknown>): void {
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w');
  try {
    let lines: string[] = [];
    let length = 0;
    const flush = () => {
      const bytes = Buffer.from(lines.join(''));
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      [lines, length] = [[], 0];
    };
    for (const value of values) {
      const line = `${JSON.stringify(value)}\n`;
      lines.push(line);
      length += line.length;
      if (length > CHUNK) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  renameSync(partial, path);
}

/** Reads the values of such a file in turn; a line that does not end is none. */
export function* readJsonLines(path: string): Generator<unknown, void> {
  const file = openSync(path, 'r');
  try {
    let rest = Buffer.alloc(0);
    const chunk = Buffer.alloc(CHUNK);
    for (let read; (read = readSync(file, chunk, 0, CHUNK, null)) > 0;) {
      const bytes = Buffer.concat([rest, chunk.subarray(0, read)]);
      const end = bytes.lastIndexOf(NEWLINE) + 1;
      for (const line of bytes.toString('utf8', 0, end).split('\n')) if (line !== '') yield JSON.parse(line);
      rest = bytes.subarray(end);
    }
  } finally {
    closeSync(file);
  }
}
