import { type Check, checkSchema } from '../schema/quote.ts';
import { readJson } from './json-document.ts';
import type { Problem } from './problem.ts';
import { collectReferences, type Reference } from './references.ts';
import { validate } from './validate.ts';

export interface CompiledCheck {
  file: string;
  line: number;
  data: Check;
  references: Reference[];
}

/** Compiles checks.jsonl, one check a line. */
export function compileChecks(file: string, text: string): { checks: CompiledCheck[]; problems: Problem[] } {
  const checks: CompiledCheck[] = [];
  const problems: Problem[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const line = index + 1;
    const { data, problems: faults } = readJson(file, written);
    if (!data) {
      problems.push(...faults.map((fault): Problem => ({ ...fault, line, kind: 'malformed-ledger', message: 'This line is not JSON. Write one object a line' })));
      continue;
    }
    const { value, problems: invalid } = validate(file, checkSchema, data);
    problems.push(...invalid.map((fault) => ({ ...fault, line })));
    if (!value) continue;
    const references = collectReferences(checkSchema, value).map(({ path, ...reference }) => ({ ...reference, ...data.locate(path), line }));
    checks.push({ file, line, data: value, references });
  }
  return { checks, problems };
}
