import { lstatSync, readFileSync, statSync } from 'node:fs';
import { normaliseNewlines } from './frontmatter.ts';
import type { Problem } from './problem.ts';
import { decodeUtf8, readGoodStart } from './utf8.ts';

const refuse = (file: string, kind: Problem['kind'], message: string): Problem => ({ file, line: 1, column: 1, kind, message });

// sources.json grows with the archive; ten thousand decisions need some 20 MB.
const MOST_BYTES = 64_000_000;

/** Reads a regular file as strict UTF-8 with plain line ends, or says why it cannot be read. */
export function readText(path: string, file: string): { text: string } | { problem: Problem } {
  if (!lstatSync(path, { throwIfNoEntry: false }))
    return { problem: refuse(file, 'missing-file', `${file} is missing. Add it; docs/editing.md says what it holds`) };
  if (!lstatSync(path).isFile())
    return { problem: refuse(file, 'unreadable-file', 'This is not a regular file. Put the file itself here') };
  if (statSync(path).size > MOST_BYTES)
    return { problem: refuse(file, 'unreadable-file', `The file has more than ${MOST_BYTES} bytes. Divide it`) };
  const bytes = readFileSync(path);
  try {
    return { text: normaliseNewlines(decodeUtf8(bytes)) };
  } catch {
    const good = readGoodStart(bytes);
    const lines = normaliseNewlines(good).split('\n');
    const message = `Byte ${Buffer.byteLength(good)} is not UTF-8 text. Save the file as UTF-8`;
    return { problem: { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, kind: 'unreadable-file', message } };
  }
}
