import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from '../../src/compile/blocks.ts';
import { normaliseNewlines } from '../../src/compile/frontmatter.ts';
import { findTextLetter } from '../../src/compile/official-text.ts';
import { compileRecord, type CompiledRecord } from '../../src/compile/record.ts';
import { formatProblem } from '../../src/compile/problem.ts';
import { compareTexts, describeChange, listLines } from './compare-texts.ts';
import { idOfDecision } from './decisions.ts';
import { listDependants } from './dependants.ts';
import { readIfThere, writeWhole } from './files.ts';
import type { FoundStatement } from './find-statements.ts';
import { type HeldStatement, type ImportedText, toText, writeHeldStatement, writeNumbers, writeText } from './to-text.ts';

export interface TextOptions {
  content: string;
  licence: string | null;
  numbersChecked: boolean;
}

/** What a text would become, and the one step that makes it so. */
export interface TextPlan {
  outcome: 'imported' | 'unchanged' | 'changed';
  lines: string[];
  /** Whether the statement's text is held already. */
  held: boolean;
  write: () => void;
}

/** A file with the text of a decision. */
interface TextFile {
  file: string;
  text: string;
}

interface HeldText extends TextFile {
  record: CompiledRecord<'text'> | undefined;
  fault: string | undefined;
}

/** The files with the text of a decision, the shared one first. */
export function listTexts(content: string, decision: string): TextFile[] {
  const folder = join(content, 'decisions', decision);
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^text(?:-[a-z]+)?\.mdx$/.test(name))
        .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
    : [];
  return names.map((name) => ({ file: `decisions/${decision}/${name}`, text: readIfThere(join(folder, name)) ?? '' }));
}

const readTexts = (content: string, decision: string): HeldText[] =>
  listTexts(content, decision).map(({ file, text }) => {
    const { record, problems } = compileRecord('text', decision, file, normaliseNewlines(text));
    return { file, text, record, fault: problems[0] && formatProblem(problems[0]) };
  });

const letterOf = (ref: string) => ref.slice(10) || 'main';

const sameLines = (a: readonly Block[], b: readonly Block[]) =>
  JSON.stringify(listLines(a).map(({ text }) => text)) === JSON.stringify(listLines(b).map(({ text }) => text));

/** Puts lines at the end of the frontmatter, or at the end of its list of statements. Nothing else of the file changes. */
function insertFields(text: string, fields: string): string {
  const close = /^---[ \t]*\r?$/gm;
  close.exec(text);
  const end = close.exec(text)?.index ?? 0;
  return `${text.slice(0, end)}${fields}${text.slice(end)}`;
}

const insertStatement = (text: string, held: HeldStatement): string =>
  text.replace(/^statements:[ \t]*\r?\n/m, (line) => `${line}${writeHeldStatement(held)}\n`);

/** What the page prints above its text that it did not print when it was brought in. */
const compareLabels = (was: HeldStatement, is: HeldStatement): string[] =>
  (['body', 'category', 'outcome', 'date'] as const).flatMap((label) =>
    was.printed[label] === is.printed[label]
      ? []
      : [`${label} changed: "${was.printed[label] ?? 'nothing'}" is now "${is.printed[label] ?? 'nothing'}"`],
  );

function compareHeld(
  content: string,
  held: HeldText,
  record: CompiledRecord<'text'>,
  next: HeldStatement,
  imported: ImportedText,
): Omit<TextPlan, 'write' | 'held'> {
  const own = record.data.statements.find(({ ref }) => ref === next.ref) ?? next;
  const [was, is] = [listLines(record.blocks ?? []), listLines(imported.blocks)];
  const changes = compareTexts(was, is);
  const labels = compareLabels(own, next);
  if (changes.length === 0 && labels.length === 0) return { outcome: 'unchanged', lines: [] };
  const sources = record.data.statements.map(({ source }) => source);
  const dependants = listDependants(content, { decision: record.id, sources, was, is, blocks: record.blocks ?? [], changes });
  const same = was.length - changes.filter((change) => change.was).length;
  const left = `${same} of ${was.length} parts are as they were. ${held.file} was left as it is: change it by hand, then bring the page in again`;
  return { outcome: 'changed', lines: [...labels, ...changes.map(describeChange), ...dependants, left] };
}

function describeNumbers(numbers: Record<string, string>): string[] {
  const all = Object.values(numbers);
  return all.length > 0 ? [`paragraphs numbered ${all[0]} to ${all.at(-1)}: see that they are those of the page`] : [];
}

const nothing = () => undefined;

/** A statement whose text is held: it is compared, and gets at most the numbers that a person has now checked. */
function planHeld(
  statement: FoundStatement,
  next: HeldStatement,
  base: string | undefined,
  held: HeldText,
  record: CompiledRecord<'text'>,
  { content, numbersChecked }: TextOptions,
): TextPlan {
  const imported = toText(statement, held.file, findTextLetter(held.file), base);
  const compared = compareHeld(content, held, record, next, imported);
  const numbered =
    compared.outcome !== 'unchanged' ||
    !numbersChecked ||
    Object.keys(record.data.numbers).length > 0 ||
    Object.keys(imported.numbers).length === 0;
  if (numbered) return { ...compared, held: true, write: nothing };
  return {
    outcome: 'imported',
    lines: describeNumbers(imported.numbers),
    held: true,
    write: () => writeWhole(content, held.file, insertFields(held.text, writeNumbers(imported.numbers))),
  };
}

/** A statement of which no text is held: it shares one that is the same, or gets a file of its own. */
function planNew(
  statement: FoundStatement,
  next: HeldStatement,
  base: string | undefined,
  texts: readonly HeldText[],
  { content, licence, numbersChecked }: TextOptions,
): TextPlan {
  const decision = idOfDecision(statement.ref);
  const first = toText(statement, `decisions/${decision}/text.mdx`, undefined, base);
  const shared = texts.find(({ record }) => record && sameLines(record.blocks ?? [], first.blocks));
  if (shared) {
    const text = insertStatement(shared.text, next);
    if (compileRecord('text', decision, shared.file, normaliseNewlines(text)).record)
      return {
        outcome: 'imported',
        lines: [`${shared.file} serves ${statement.ref} too: its text is the same`],
        held: false,
        write: () => writeWhole(content, shared.file, text),
      };
    return {
      outcome: 'changed',
      lines: [`${shared.file} has the same text, but ${statement.ref} could not be added to its statements. Add it by hand`],
      held: false,
      write: nothing,
    };
  }
  const letter = texts.length === 0 ? undefined : letterOf(statement.ref);
  const name = letter === undefined ? 'text.mdx' : `text-${letter}.mdx`;
  const { body, leftOut, numbers } = letter === undefined ? first : toText(statement, `decisions/${decision}/${name}`, letter, base);
  const kept = numbersChecked ? numbers : {};
  return {
    outcome: 'imported',
    lines: [
      ...(letter === undefined ? [] : [`Its text differs from that of the other statements and lies in ${name}`]),
      ...leftOut.map((what) => `left out: ${what}`),
      ...describeNumbers(kept),
    ],
    held: false,
    write: () => writeWhole(content, `decisions/${decision}/${name}`, writeText(next, licence, { body, leftOut, numbers: kept })),
  };
}

/** Plans what becomes of a statement's text. A text that is held is compared and never rewritten. */
export function planText(statement: FoundStatement, next: HeldStatement, base: string | undefined, options: TextOptions): TextPlan {
  const texts = readTexts(options.content, idOfDecision(statement.ref));
  const faulty = texts.find(({ record }) => !record);
  if (faulty)
    return {
      outcome: 'changed',
      lines: [`${faulty.file} cannot be read, so the page was not compared with it: ${faulty.fault ?? ''}`],
      held: true,
      write: nothing,
    };
  const own = texts.find(({ record }) => record?.data.statements.some(({ ref }) => ref === statement.ref));
  return own?.record ? planHeld(statement, next, base, own, own.record, options) : planNew(statement, next, base, texts, options);
}
