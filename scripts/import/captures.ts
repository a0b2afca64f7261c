import { join } from 'node:path';
import { CAPTURES, CAPTURES_LEDGER, nameOfCapture } from '../../src/compile/captures.ts';
import { type Capture, captureSchema } from '../../src/schema/capture.ts';
import { appendLines, readIfThere, writeWhole } from './files.ts';

/** The captures of a content folder. Its ledger is only ever added to. */
export interface CaptureStore {
  list: () => readonly Capture[];
  /** Keeps a copy and its line, each unless it is there. Says whether anything was written. */
  keep: (capture: Capture, bytes: Uint8Array) => boolean;
}

/** Every line of captures.jsonl that can be read; `npm run check` names the others. */
export function readCaptures(content: string): Capture[] {
  const text = readIfThere(join(content, CAPTURES, CAPTURES_LEDGER)) ?? '';
  return text.split('\n').flatMap((line) => {
    if (line.trim() === '') return [];
    try {
      const parsed = captureSchema.safeParse(JSON.parse(line));
      return parsed.success ? [parsed.data] : [];
    } catch (error) {
      if (error instanceof SyntaxError) return [];
      throw error;
    }
  });
}

export const pathOfCapture = (content: string, capture: Pick<Capture, 'sha256' | 'type'>): string =>
  join(content, CAPTURES, nameOfCapture(capture));

export function openCaptures(content: string): CaptureStore {
  const captures = readCaptures(content);
  const keyOf = ({ sha256, source }: Pick<Capture, 'sha256' | 'source'>) => `${sha256} ${source}`;
  const known = new Set(captures.map(keyOf));
  return {
    list: () => captures,
    keep(capture, bytes) {
      if (known.has(keyOf(capture))) return false;
      writeWhole(content, `${CAPTURES}/${nameOfCapture(capture)}`, bytes);
      appendLines(content, `${CAPTURES}/${CAPTURES_LEDGER}`, [JSON.stringify(capture)]);
      known.add(keyOf(capture));
      captures.push(capture);
      return true;
    },
  };
}
