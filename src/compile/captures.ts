import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Capture, captureSchema } from '../schema/capture.ts';
import type { Problem } from './problem.ts';
import { readText } from './read-text.ts';
import { collectReferences, type Reference } from './references.ts';
import { validate } from './validate.ts';
import { readYaml } from './yaml-document.ts';

/** One line of captures.jsonl, compiled. */
export interface CompiledCapture {
  file: string;
  line: number;
  data: Capture;
  references: Reference[];
}

export const CAPTURES = 'captures';
export const CAPTURES_LEDGER = 'captures.jsonl';

/** The name of a capture's own file. */
export const nameOfCapture = ({ sha256, type }: Pick<Capture, 'sha256' | 'type'>): string => `${sha256}.${type}`;

function compileLine(file: string, written: string, line: number): { capture: CompiledCapture | undefined; problems: Problem[] } {
  const { data, problems } = readYaml(file, written);
  const malformed = (fault: Problem): Problem => ({
    ...fault,
    line,
    kind: 'malformed-ledger',
    message: 'This line is not JSON. Write one object a line',
  });
  if (!data) return { capture: undefined, problems: problems.map(malformed) };
  const { value, problems: faults } = validate(file, captureSchema, data);
  if (!value) return { capture: undefined, problems: faults.map((fault) => ({ ...fault, line })) };
  const references = collectReferences(captureSchema, value).map(({ path, ...reference }) => ({
    ...reference,
    ...data.locate(path),
    line,
  }));
  return { capture: { file, line, data: value, references }, problems: [] };
}

/** Says what is wrong with the copy that a line names: it must be there, and not one byte may differ. */
function checkCopy(folder: string, { file, line, data }: CompiledCapture): Problem | undefined {
  const name = nameOfCapture(data);
  const path = join(folder, name);
  const report = (kind: Problem['kind'], message: string): Problem => ({ file, line, column: 1, kind, message });
  if (!lstatSync(path, { throwIfNoEntry: false })?.isFile())
    return report('missing-file', `${CAPTURES}/${name} is missing. Bring it back from a backup`);
  const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
  return digest === data.sha256
    ? undefined
    : report(
        'altered-capture',
        `${CAPTURES}/${name} is not the copy that was brought in: its SHA-256 is now ${digest}. Bring the copy back from a backup`,
      );
}

/** Compiles the captures under the content folder `root`, and compares every copy with its SHA-256. */
export function compileCaptures(root: string, label: string): { captures: CompiledCapture[]; problems: Problem[] } {
  const folder = join(root, CAPTURES);
  if (!existsSync(folder)) return { captures: [], problems: [] };
  const file = posix.join(label, CAPTURES, CAPTURES_LEDGER);
  const ledger = join(folder, CAPTURES_LEDGER);
  if (!lstatSync(folder).isDirectory()) {
    const message = 'This is not a folder of its own. Put the folder itself here';
    return { captures: [], problems: [{ file: posix.join(label, CAPTURES), line: 1, column: 1, kind: 'unreadable-file', message }] };
  }
  const captures: CompiledCapture[] = [];
  const problems: Problem[] = [];
  const read = existsSync(ledger) ? readText(ledger, file) : { text: '' };
  if ('problem' in read) return { captures, problems: [read.problem] };
  for (const [index, written] of read.text.split('\n').entries()) {
    if (written.trim() === '') continue;
    const compiled = compileLine(file, written, index + 1);
    problems.push(...compiled.problems);
    if (compiled.capture) captures.push(compiled.capture);
  }
  const captureByName = new Map(captures.map((capture) => [nameOfCapture(capture.data), capture]));
  problems.push(...[...captureByName.values()].flatMap((capture) => checkCopy(folder, capture) ?? []));
  for (const name of readdirSync(folder).toSorted()) {
    if (name === CAPTURES_LEDGER || name.startsWith('.') || captureByName.has(name)) continue;
    const message = `No line of ${CAPTURES_LEDGER} names this copy. Bring it in with "npm run import", or move it away`;
    problems.push({ file: posix.join(label, CAPTURES, name), line: 1, column: 1, kind: 'unreadable-file', message });
  }
  return { captures, problems };
}
