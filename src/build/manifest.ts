import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJsonLines, writeJsonLines } from './json-lines.ts';
import type { PageFacts } from './page-facts.ts';
import type { ReadTable } from './reads.ts';
import { removeRecords } from './records.ts';

const FORMAT = 2;

/** One file of a built site that was made from the archive, and what it was made from. */
export interface Output extends PageFacts {
  /** Its path in the site. */
  file: string;
  /** The digest of what it was given: by its route, or by the step that writes it. */
  key: string;
  /** By number, what it read. */
  reads: number[];
  /** The digest of what was written. */
  hash: string;
  /** What the file was like when it was written; later steps may complete some files, and those are rendered again. */
  size: number;
  mtimeMs: number;
}

/** What a built site was made from. */
export interface Manifest {
  format: typeof FORMAT;
  /** The digest of the code and of the settings that it was built with. */
  maker: string;
  table: ReadTable;
  outputs: Output[];
}

/** Beside the folder of the site, for nothing of it is to be published. */
const manifestOf = (site: string) => `${site}.json`;

interface Head {
  format: number;
  maker: string;
  /** How many reads follow, each a question and its answer; then follow the outputs. */
  reads: number;
  outputs: number;
}

/** What a built site was made from; undefined where it is not known, or this code or these settings did not make it. */
export function readManifest(site: string, maker: string): Manifest | undefined {
  if (!existsSync(manifestOf(site))) return undefined;
  const lines = readJsonLines(manifestOf(site));
  const head = lines.next().value as Head | undefined;
  if (head?.format !== FORMAT || head.maker !== maker) {
    lines.return();
    return undefined;
  }
  const manifest: Manifest = { format: FORMAT, maker, table: { questions: [], answers: [] }, outputs: [] };
  for (const line of lines) {
    if (manifest.table.questions.length === head.reads) manifest.outputs.push(line as Output);
    else {
      const [question, answer] = line as [string, string];
      manifest.table.questions.push(question);
      manifest.table.answers.push(answer);
    }
  }
  return manifest.outputs.length === head.outputs ? manifest : undefined;
}

function* listLines({ format, maker, table, outputs }: Manifest): Generator<unknown> {
  yield { format, maker, reads: table.questions.length, outputs: outputs.length } satisfies Head;
  for (const [number, question] of table.questions.entries()) yield [question, table.answers[number] ?? ''];
  yield* outputs;
}

/** Writes it whole or not at all. */
export const writeManifest = (site: string, manifest: Manifest): void => writeJsonLines(manifestOf(site), listLines(manifest));

/** Makes a manifest that of the same site in another folder; false where there is none. */
export function moveManifest(from: string, to: string): boolean {
  if (!existsSync(manifestOf(from))) return false;
  removeRecords(from);
  renameSync(manifestOf(from), manifestOf(to));
  return true;
}

/** Removes all that is known of a site. */
export function removeManifest(site: string): void {
  rmSync(manifestOf(site), { force: true });
  removeRecords(site);
}

/** Leaves out the reads of which no output is made any more. */
export function compactReads({ questions, answers }: ReadTable, outputs: readonly Output[]): Pick<Manifest, 'table' | 'outputs'> {
  const numbers: number[] = [];
  const table: ReadTable = { questions: [], answers: [] };
  const renumber = (number: number): number => {
    const known = numbers[number];
    if (known !== undefined) return known;
    table.answers.push(answers[number] ?? '');
    return (numbers[number] = table.questions.push(questions[number] ?? '') - 1);
  };
  return { outputs: outputs.map((output) => ({ ...output, reads: output.reads.map(renumber) })), table };
}

const MAKERS = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

function listFiles(root: string, path: string): string[] {
  const entries = readdirSync(join(root, path), { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => (entry.isDirectory() ? listFiles(root, `${path}/${entry.name}`) : [`${path}/${entry.name}`]));
}

/** A digest of everything but the content that a site is made by: the code, the files that are copied, the settings, and Node. */
export function digestMaker(root: string, settings: Readonly<Record<string, string>>): string {
  const files = MAKERS.flatMap((path) => (path.includes('.') ? [path] : listFiles(root, path)));
  const made = files.map((file) => `${file}\0${hash('sha256', readFileSync(join(root, file)))}`);
  return hash('sha256', [process.version, JSON.stringify(settings), ...made].join('\0'));
}
