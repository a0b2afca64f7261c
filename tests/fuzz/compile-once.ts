import { compileFolder } from '../../src/compile/folder.ts';
import { type Compiled, compileRecord } from '../../src/compile/record.ts';
import type { Kind } from '../../src/schema/kinds.ts';
import { makeFolder } from '../builders/files.ts';
import { readProcessorTime } from '../builders/processor-time.ts';

const MOST_KEPT = 1000;

/** Compiles content, each text once. A text that is not compiled within ten seconds fails. */
export function openCompiler() {
  const compiledByText = new Map<string, Compiled>();
  const compile = (kind: Kind, id: string, file: string, text: string): Compiled => {
    const known = compiledByText.get(file + text);
    if (known) return known;
    const start = readProcessorTime();
    const compiled = compileRecord(kind, id, file, text);
    if (readProcessorTime() - start > 10_000) throw new Error(`${file} took more than ten seconds`);
    if (compiledByText.size > MOST_KEPT) compiledByText.clear();
    compiledByText.set(file + text, compiled);
    return compiled;
  };
  return (files: Record<string, string>) =>
    compileFolder(makeFolder(files), 'content', (jobs) => jobs.map(({ kind, id, file, text }) => compile(kind, id, file, text)));
}
