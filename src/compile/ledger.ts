import { type PermalinkLine, permalinkSchemas, type PermalinkState, permalinkStates, writePermalinkLine } from '../schema/permalink.ts';
import { type Check, checkSchema } from '../schema/quote.ts';
import { readJson } from './json-document.ts';
import { suggest } from './nearest.ts';
import { findPersonalData } from './personal-data.ts';
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
  const problems = findPersonalData(file, text);
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const line = index + 1;
    const { data, problems: faults } = readJson(file, written);
    if (!data) {
      problems.push(
        ...faults.map((fault): Problem => ({
          ...fault,
          line,
          kind: 'malformed-ledger',
          message: 'This line is not JSON. Write one object a line',
        })),
      );
      continue;
    }
    const { value, problems: invalid } = validate(file, checkSchema, data);
    problems.push(...invalid.map((fault) => ({ ...fault, line })));
    if (!value) continue;
    const references = collectReferences(checkSchema, value).map(({ path, ...reference }) => ({
      ...reference,
      ...data.locate(path),
      line,
    }));
    checks.push({ file, line, data: value, references });
  }
  return { checks, problems };
}

export interface CompiledPermalink {
  file: string;
  line: number;
  data: PermalinkLine;
}

const isState = (state: unknown): state is PermalinkState => permalinkStates.some((known) => known === state);

/** Reads one line. Live lines are many and written by a command alone, so their form is fixed and they skip the YAML reader. */
function compilePermalink(file: string, written: string): { data: PermalinkLine | undefined; problems: Problem[] } {
  const report = (message: string): Problem => ({ file, line: 1, column: 1, kind: 'malformed-ledger', message });
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return { data: undefined, problems: [report('This line is not JSON. Write one object a line')] };
  }
  const state: unknown = value instanceof Object ? Reflect.get(value, 'state') : undefined;
  if (!isState(state)) {
    const message = `"${String(state)}" is not a state of an address. ${suggest(String(state), permalinkStates, `Use one of ${permalinkStates.join(', ')}.`)}`;
    return { data: undefined, problems: [report(message)] };
  }
  const quick = permalinkSchemas[state].safeParse(value);
  if (quick.success && quick.data.state === 'live') {
    if (writePermalinkLine(quick.data) === written) return { data: quick.data, problems: [] };
    return {
      data: undefined,
      problems: [report('This line is not as npm run release wrote it. Take the change back; nothing in this file is edited by hand')],
    };
  }
  const { data: located } = readJson(file, written);
  if (!located) return { data: undefined, problems: [report('A key stands twice on this line. Write each once')] };
  const { value: data, problems: faults } = validate(file, permalinkSchemas[state], located);
  return { data, problems: faults };
}

/** Compiles permalinks.jsonl, one line a page and release, or a move or withdrawal. */
export function compilePermalinks(file: string, text: string): { permalinks: CompiledPermalink[]; problems: Problem[] } {
  const permalinks: CompiledPermalink[] = [];
  const problems: Problem[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const line = index + 1;
    const { data, problems: faults } = compilePermalink(file, written);
    problems.push(...faults.map((fault) => ({ ...fault, line })));
    if (data) permalinks.push({ file, line, data });
  }
  return { permalinks, problems };
}
