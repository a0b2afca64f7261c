import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BLANK } from '../../src/schema/blank.ts';
import { type Change, Refusal } from './change.ts';
import type { NewKind } from './new-kinds.ts';

/** Writes the files. One that is new is never written over another; one that is there is replaced in a single step. */
export function writeChanges(content: string, changes: readonly Change[]): void {
  for (const { path, text, isNew } of changes) {
    const target = join(content, path);
    mkdirSync(dirname(target), { recursive: true });
    if (isNew) {
      try {
        writeFileSync(target, text, { flag: 'wx' });
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
          throw new Refusal(`${path} is there already. Nothing was written over`);
        throw error;
      }
      continue;
    }
    const partial = `${target}.${process.pid}`;
    writeFileSync(partial, text);
    renameSync(partial, target);
  }
}

const further: Partial<Record<NewKind, string>> = {
  decision:
    'Its page is a source (npm run new -- source), its day an event (npm run new -- event), its words quotations (npm run new -- quote).',
  quote:
    'Place it in the text with <Quote id="..." />. Once you have looked the words up, npm run verify adds what it found to checks.jsonl.',
  source: 'JSON holds no comments; npm run check says what belongs in each blank.',
  event: 'Place it in the text with <Event id="..." />.',
};

const countBlanks = (text: string) =>
  text
    .split('\n')
    .filter((line) => !/^\s*#/.test(line))
    .join('\n')
    .replaceAll(/##.*$/gm, '')
    .split(BLANK).length - 1;

/** What was done and what comes next. `before` holds the texts that were there. */
export function describeChanges(label: string, kind: NewKind, changes: readonly Change[], before: ReadonlyMap<string, string>): string[] {
  const rows = changes.map(({ path, text, isNew }) => ({ path, isNew, blanks: countBlanks(text) - countBlanks(before.get(path) ?? '') }));
  const lines = rows.map(({ path, isNew, blanks }) => {
    const filling = blanks > 0 ? `, with ${blanks} ${blanks === 1 ? 'blank' : 'blanks'} (${BLANK})` : '';
    return `${isNew ? 'Made' : 'Added to'} ${label}/${path}${filling}.`;
  });
  const next = rows.some(({ blanks }) => blanks > 0)
    ? 'fill in the blanks, then run npm run check; it names each one that is left.'
    : 'run npm run check.';
  return [...lines, ['Next:', next, further[kind]].filter(Boolean).join(' ')];
}
