import { existsSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Problem } from './problem.ts';

// One text serves every statement that has it; where a statement's own differs, its letter stands in the name.
const TEXT_FILE = /^text(?:-[a-z]+)?\.mdx$/;

/** The files with the full text of decisions, as `24-005-859/text.mdx`, under the folder of decisions. */
export function listTextFiles(folder: string, label: string): { names: string[]; problems: Problem[] } {
  if (!existsSync(folder)) return { names: [], problems: [] };
  const names: string[] = [];
  const problems: Problem[] = [];
  const decisions = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  for (const { name: decision } of decisions.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    for (const entry of readdirSync(join(folder, decision), { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const name = posix.join(decision, entry.name);
      if (entry.isFile() && TEXT_FILE.test(entry.name)) names.push(name);
      else if (!entry.name.startsWith('.')) {
        const message = 'Only text.mdx, the full text of the decision, belongs in its folder. Rename this or move it away';
        problems.push({ file: posix.join(label, name), line: 1, column: 1, kind: 'unreadable-file', message });
      }
    }
  }
  return { names, problems };
}

/** The decision that a text is of: the name of the folder that it lies in. */
export const idOfText = (name: string): string => posix.dirname(name);
