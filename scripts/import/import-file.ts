import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { shorten } from '../../src/graph/labels.ts';
import type { Capture } from '../../src/schema/capture.ts';
import { type BodyStore, openBodies } from './bodies.ts';
import { type CaptureStore, openCaptures } from './captures.ts';
import { ensureDecision, idOfDecision, listsStatement } from './decisions.ts';
import { clearPartial } from './files.ts';
import { findStatements, type FoundStatement, holdsStatements } from './find-statements.ts';
import { readPage } from './read-page.ts';
import { MOST_BYTES, recogniseFile } from './recognise.ts';
import { Refusal } from './refusal.ts';
import { openSources, type SourceStore } from './sources.ts';
import { listTexts, planText, type TextOptions } from './texts.ts';
import { checkSource, keepCopy, tieSource } from './tie-source.ts';
import { checkText, type HeldStatement } from './to-text.ts';

export const outcomes = ['imported', 'unchanged', 'changed', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];

/** What became of one file. `lines` say what an editor should know of it. */
export interface FileResult {
  file: string;
  outcome: Outcome;
  refs: string[];
  lines: string[];
}

export interface ImportOptions extends TextOptions {
  /** The day of the import, `2026-11-22`. */
  today: string;
  /** The source, by its id, that the one file is a copy of; by itself each page becomes a source of its own. */
  source?: string | undefined;
}

/** What the files of one run share. */
export interface Importer {
  options: ImportOptions;
  bodies: BodyStore;
  sources: SourceStore;
  captures: CaptureStore;
}

export function openImporter(options: ImportOptions): Importer {
  const { content } = options;
  clearPartial(content);
  return { options, bodies: openBodies(content), sources: openSources(content), captures: openCaptures(content) };
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function readBytes(path: string): Uint8Array {
  const stat = lstatSync(path);
  if (!stat.isFile()) throw new Refusal('It is not a regular file. Put the file itself there.');
  if (stat.size > MOST_BYTES) throw new Refusal(`It has ${stat.size} bytes, and at most ${MOST_BYTES} are read.`);
  return readFileSync(path);
}

/** Whether these very bytes were brought in before, whole: then nothing needs to be read again. */
function isHeld({ captures, sources, options: { content, numbersChecked } }: Importer, sha256: string): string[] | undefined {
  const own = captures.list().filter((capture) => capture.sha256 === sha256);
  if (own.length === 0 || numbersChecked) return undefined;
  const refs: string[] = [];
  for (const { source } of own) {
    const ref = sources.findStatement(source);
    if (ref === undefined || !listsStatement(content, ref)) return undefined;
    if (!listTexts(content, idOfDecision(ref)).some(({ text }) => text.includes(`ref: ${ref}\n`) && text.includes(sha256)))
      return undefined;
    refs.push(ref);
  }
  return refs;
}

interface Page {
  address: string | undefined;
  sha256: string;
  type: Capture['type'];
  bytes: Uint8Array;
}

/** The ombudsmen of a joint investigation speak of themselves in the plural, and which body that is only an editor can say. */
const isJoint = (statement: FoundStatement) => /\bombudsmen\b/i.test(JSON.stringify(statement.blocks));

const describeFurniture = ({ furniture }: FoundStatement): string[] =>
  furniture.length > 0
    ? [
        `taken for the page's own, after the text: ${furniture
          .slice(0, 3)
          .map((line) => `"${shorten(line, 40)}"`)
          .join(', ')}${furniture.length > 3 ? ` and ${furniture.length - 3} more` : ''}`,
      ]
    : [];

type StatementResult = Pick<FileResult, 'lines'> & { outcome: Exclude<Outcome, 'refused'> };

/**
 * Brings in one statement. The text is planned before anything is written, so that nothing of a refused page is kept,
 * and written last, so that a text that is there means that the rest is there too.
 */
function importStatement({ options, bodies, sources, captures }: Importer, statement: FoundStatement, page: Page): StatementResult {
  const { content, today, licence } = options;
  const known = sources.findByStatement(statement.ref);
  const source = known ?? sources.mint(statement.ref);
  const { category, outcome, date } = statement.labels;
  const printed = { body: statement.body, ...(category && { category }), ...(outcome && { outcome }), ...(date && { date }) };
  const held: HeldStatement = { ref: statement.ref, source, sha256: page.sha256, on: today, printed };
  const plan = planText(statement, held, page.address, options);
  const { lines } = plan;
  if (plan.outcome === 'changed') return { outcome: 'changed', lines };

  const isNew = !plan.held;
  if (!known) sources.add(source, statement, { address: page.address, sha256: page.sha256, on: today });
  const body = bodies.find(statement.body, source);
  if (isNew) captures.keep({ sha256: page.sha256, type: page.type, source, on: today, licence }, page.bytes);
  const decidedBy = isJoint(statement) ? undefined : bodies.findOmbudsman();
  const decision = ensureDecision(content, { statement, source, body: body.id, decidedBy });
  plan.write();
  if (!isNew && !decision.written && known) return { outcome: plan.outcome, lines };
  const heldSource =
    known && isNew ? [`sources.json had ${source} already: see that its "read" and "held" are right (${page.sha256})`] : [];
  return { outcome: 'imported', lines: [...lines, ...describeFurniture(statement), ...decision.advice, ...body.advice, ...heldSource] };
}

const worst = (results: readonly StatementResult[]): Outcome => {
  const found = results.map(({ outcome }) => outcome);
  return found.includes('changed') ? 'changed' : found.includes('imported') ? 'imported' : 'unchanged';
};

interface ReadFile {
  statements: FoundStatement[];
  address: string | undefined;
  type: Capture['type'];
}

/** Reads a file as statements; where it may be `any` page, it may hold none. Whatever goes wrong is the file's doing, and refuses it. */
async function readStatements(bytes: Uint8Array, any: boolean): Promise<ReadFile> {
  try {
    const recognised = recogniseFile(bytes);
    const { type } = recognised;
    if (any && type === 'txt') return { statements: [], address: undefined, type };
    const { blocks, address, framed } = await readPage(recognised);
    const statements = any && !holdsStatements(blocks) ? [] : findStatements(blocks, framed);
    // One text that cannot be kept refuses the whole file, and nothing of it is written.
    if (any || statements.length > 1) for (const statement of statements) checkText(statement, address);
    return { statements, address, type };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`It could not be read (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'no reason given'}).`);
  }
}

async function importBytes(importer: Importer, bytes: Uint8Array): Promise<Omit<FileResult, 'file'>> {
  const sha256 = digest(bytes);
  const { source } = importer.options;
  if (source !== undefined) checkSource(importer, source);
  const known = isHeld(importer, sha256);
  if (known && source === undefined) return { outcome: 'unchanged', refs: known, lines: [] };
  const { statements, address, type } = await readStatements(bytes, source !== undefined);
  if (source !== undefined && statements.length === 0) return keepCopy(importer, source, sha256, type, bytes);
  if (source !== undefined) tieSource(importer, source, statements);
  const results = statements.map((statement) => importStatement(importer, statement, { address, sha256, type, bytes }));
  return { outcome: worst(results), refs: statements.map(({ ref }) => ref), lines: results.flatMap(({ lines }) => lines) };
}

/** Brings in one saved file, or says in a sentence why it cannot be. Nothing of a refused file is kept. */
export async function importFile(importer: Importer, path: string, file: string): Promise<FileResult> {
  try {
    return { file, ...(await importBytes(importer, readBytes(path))) };
  } catch (error) {
    if (error instanceof Refusal) return { file, outcome: 'refused', refs: [], lines: [error.message] };
    throw error;
  }
}
