import { closeSync, openSync, readSync, renameSync, writeSync } from 'node:fs';

/*
 * Both use one buffer for a whole file. A new one for each piece would be garbage outside the heap, for which V8 looks at everything
 * that a large build has in memory, once for every few of them.
 */
const CHUNK = 4_000_000;
const NEWLINE = 10;
const MOST_BYTES_A_LETTER = 3;

/**
 * Writes values to a file, one a line, whole or not at all. What is known of a large site is longer than the longest text that
 * JavaScript can hold.
 */
export function writeJsonLines(path: string, values: Iterable<unknown>): void {
  const partial = `${path}.partial`;
  const file = openSync(partial, 'w');
  try {
    let buffer = Buffer.alloc(0);
    let lines: string[] = [];
    let length = 0;
    const flush = () => {
      if (buffer.length < length * MOST_BYTES_A_LETTER) buffer = Buffer.allocUnsafe(length * MOST_BYTES_A_LETTER);
      const end = buffer.write(lines.join(''));
      for (let at = 0; at < end;) at += writeSync(file, buffer, at, end - at);
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
    let buffer = Buffer.allocUnsafe(CHUNK);
    let held = 0;
    for (let read; (read = readSync(file, buffer, held, buffer.length - held, null)) > 0;) {
      held += read;
      const end = buffer.subarray(0, held).lastIndexOf(NEWLINE) + 1;
      for (const line of buffer.toString('utf8', 0, end).split('\n')) if (line !== '') yield JSON.parse(line);
      buffer.copyWithin(0, end, held);
      held -= end;
      if (held === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    }
  } finally {
    closeSync(file);
  }
}
