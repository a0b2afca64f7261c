import { type Compile, compileFolder } from '../../src/compile/folder.ts';
import { type Compiled, compileRecord } from '../../src/compile/record.ts';
import { makeFolder } from '../builders/files.ts';

/** Compiles content, each text once. A text that is not compiled within ten seconds fails. */
export function openCompiler() {
  const compiledByText = new Map<string, Compiled>();
  const compile: Compile = (kind, id, file, text) => {
    const start = performance.now();
    if (compiledByText.size > 1000) compiledByText.clear();
    const compiled = compiledByText.get(file + text) ?? compileRecord(kind, id, file, text);
    if (performance.now() - start > 10_000) throw new Error(`${file} took more than ten seconds`);
    compiledByText.set(file + text, compiled);
    return compiled;
  };
  return (files: Record<string, string>) => compileFolder(makeFolder(files), 'content', compile);
}
