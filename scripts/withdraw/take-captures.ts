import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CAPTURES, CAPTURES_LEDGER, nameOfCapture } from '../../src/compile/captures.ts';
import { findRemains } from '../../src/graph/remains.ts';
import type { Capture } from '../../src/schema/capture.ts';
import type { WithdrawalReason } from '../../src/schema/permalink.ts';
import { pathOfCapture, readCaptures } from '../import/captures.ts';
import { Refusal } from '../import/refusal.ts';
import { readCopy } from '../verify/read-copy.ts';

/** What became of the copies of sources. */
export interface TakenCaptures {
  /** Files that were deleted, or a line taken out of. */
  files: string[];
  /** What is left to the editor, as `file:line:column sentence`. */
  left: string[];
}

/** Reasons that hold for a copy as well as for us; what we got wrong, or what is old, is no fault of the source. */
const REACHES_COPIES: readonly WithdrawalReason[] = ['privacy', 'legal', 'rights', 'source-withdrawn'];

/** Whether a copy holds words that were withdrawn; undefined where nobody can tell, since it cannot be read. */
async function holdsWords(content: string, capture: Capture, words: readonly string[]): Promise<boolean | undefined> {
  try {
    const { text } = await readCopy(readFileSync(pathOfCapture(content, capture)), undefined);
    return findRemains(words, [{ file: '', text }]).length > 0;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Lines of the content that say that a copy is held which is there no longer. */
function listClaims(content: string, label: string, digests: ReadonlySet<string>): string[] {
  return ['checks.jsonl', 'sources.json'].flatMap((name) => {
    const path = join(content, name);
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    return lines.flatMap((line, index) =>
      [...digests].some((digest) => line.includes(digest))
        ? [`${label}/${name}:${index + 1}:1 This says that the copy is held that was taken away. Say that none is, or take the line out.`]
        : [],
    );
  });
}

/**
 * Takes away the copies of a source that was withdrawn, and every other that holds the words, where the reason reaches it. What was checked
 * against a copy says that it is held, so those lines are told.
 */
export async function takeCaptures(
  content: string,
  label: string,
  words: readonly string[],
  source: string | undefined,
  reason: WithdrawalReason,
): Promise<TakenCaptures> {
  const captures = readCaptures(content).filter((capture) => existsSync(pathOfCapture(content, capture)));
  const going: Capture[] = [];
  const left: string[] = [];
  for (const capture of captures) {
    const file = `${label}/${CAPTURES}/${nameOfCapture(capture)}`;
    const holds = capture.source === source || (await holdsWords(content, capture, words));
    if (holds === undefined) left.push(`${file}:1:1 This copy cannot be read. Look whether it holds the words.`);
    else if (holds && (capture.source === source || REACHES_COPIES.includes(reason))) going.push(capture);
    else if (holds) left.push(`${file}:1:1 This copy of ${capture.source} holds the words.`);
  }
  if (going.length === 0) return { files: [], left };
  const names = new Set(going.map(nameOfCapture));
  for (const capture of going) rmSync(pathOfCapture(content, capture), { force: true });
  const ledger = join(content, CAPTURES, CAPTURES_LEDGER);
  const digests = new Set(going.map(({ sha256 }) => sha256));
  const lines = readFileSync(ledger, 'utf8').split('\n');
  writeFileSync(ledger, lines.filter((line) => ![...digests].some((digest) => line.includes(digest))).join('\n'));
  return {
    files: [...[...names].map((name) => `${label}/${CAPTURES}/${name}`), `${label}/${CAPTURES}/${CAPTURES_LEDGER}`],
    left: [...left, ...listClaims(content, label, digests)],
  };
}
