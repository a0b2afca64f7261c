import { join } from 'node:path';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { normaliseNewlines } from '../../src/compile/frontmatter.ts';
import { listTypedFigures } from '../../src/schema/text.ts';
import { readIfThere, writeWhole } from './files.ts';
import type { FoundStatement } from './find-statements.ts';
import { readDate, readOutcome } from './labels.ts';
import { writeBlank, writeComment, writeField } from './yaml-fields.ts';

/** What the decision's file needs to know of a statement that was brought in. */
export interface StatementFacts {
  statement: FoundStatement;
  body: string;
  source: string;
  decidedBy: string | undefined;
}

export const idOfDecision = (ref: string): string => ref.slice(0, 10).replaceAll(' ', '-');

const FENCE = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m;

function describeOutcome({ labels: { outcome } }: FoundStatement): { outcome: string; outcomeNote?: string } {
  if (outcome === undefined) return { outcome: 'unknown', outcomeNote: 'The page prints no outcome.' };
  const known = readOutcome(outcome);
  const note = `The page prints "${outcome}".`;
  return known !== 'unknown' || listTypedFigures(note).length > 0 ? { outcome: known } : { outcome: known, outcomeNote: note };
}

const toItem = ({ statement, body, source }: StatementFacts) => {
  const { ref, labels } = statement;
  return { ref, body, ...describeOutcome(statement), ...(labels.category && { category: labels.category }), source };
};

function writeDate({ labels: { date } }: FoundStatement): string {
  const read = date === undefined ? undefined : readDate(date);
  if (read !== undefined) return `date: ${JSON.stringify(read)}\n`;
  return writeBlank(
    'date',
    date === undefined
      ? 'The date of the decision. The page prints none'
      : `The date of the decision. The page prints "${date}", which cannot be read as a date`,
  );
}

function writeSummary({ ref, summary }: FoundStatement): string {
  const ours = writeBlank('summary', 'What happened, what was found and what was asked, in your own words');
  if (summary === undefined) return ours;
  const theirs = writeComment(
    `The ombudsman's own summary in ${ref}, word for word. It is theirs: read it, and write your own below.\n${summary.replace(/^/gm, '> ')}`,
  );
  return theirs + ours;
}

function writeSkeleton(facts: StatementFacts): string {
  const { statement, source, decidedBy } = facts;
  return [
    '---\n',
    writeField('ref', statement.ref.slice(0, 10)),
    writeBlank('title', 'What the decision is, in a few words of your own'),
    writeDate(statement),
    writeField('dateEvidence', [{ source, at: 'page header' }]),
    decidedBy ? writeField('decidedBy', decidedBy) : writeBlank('decidedBy', 'The ombudsman that decided, by its id in bodies/'),
    writeField('form', statement.form),
    writeField('read', 'whole'),
    writeField('readNote', 'The whole text of the statements listed here with a page is held.'),
    writeSummary(statement),
    writeField('statements', [toItem(facts)]),
    writeComment('Findings, recommendations, payments and quotations come here: npm run new -- decision --help lists the fields.'),
    '---\n',
  ].join('');
}

/** Adds a statement to the list in a decision's file; every other character of it stays. */
function insertStatement(text: string, facts: StatementFacts): string | undefined {
  const match = FENCE.exec(text);
  if (!match || match.index !== 0) return undefined;
  const start = match[0].indexOf('\n') + 1;
  const yaml = match[1] ?? '';
  const list = parseDocument(yaml).get('statements', true);
  const last = isSeq(list) && !list.flow ? list.items.at(-1) : undefined;
  const [from, to] = isMap(last) && !last.flow ? (last.range ?? []) : [];
  if (from === undefined || to === undefined) return undefined;
  const dash = yaml.lastIndexOf('-', from);
  const indent = ' '.repeat(dash - (yaml.lastIndexOf('\n', dash) + 1));
  const end = yaml.slice(0, to).trimEnd().length;
  const item = writeField('statements', [toItem(facts)])
    .split('\n')
    .slice(1)
    .join('\n')
    .trimEnd()
    .replace(/^ {2}/gm, indent);
  return `${text.slice(0, start)}${yaml.slice(0, end)}\n${item}${yaml.slice(end)}${text.slice(start + yaml.length)}`;
}

interface ListedStatement {
  ref: string | undefined;
  source: string | undefined;
  body: string | undefined;
  outcome: string | undefined;
}

function listStatements(text: string): ListedStatement[] {
  const list = parseDocument(FENCE.exec(text)?.[1] ?? '').get('statements', true);
  if (!isSeq(list)) return [];
  const read = (item: unknown, name: string) => {
    const node = isMap(item) ? item.get(name, true) : undefined;
    return isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
  };
  return list.items.map((item) => ({
    ref: read(item, 'ref'),
    source: read(item, 'source'),
    body: read(item, 'body'),
    outcome: read(item, 'outcome'),
  }));
}

/** What an editor's file says otherwise than the page. Nothing of it is changed. */
function compareListed(file: string, listed: ListedStatement, facts: StatementFacts): string[] {
  const { outcome } = describeOutcome(facts.statement);
  return [
    ...(listed.outcome !== outcome
      ? [
          `${file} gives the outcome of ${listed.ref} as "${listed.outcome ?? ''}", and the page as "${facts.statement.labels.outcome ?? 'nothing'}"`,
        ]
      : []),
    ...(listed.body !== facts.body
      ? [`${file} gives ${listed.ref} to "${listed.body ?? ''}", and the page is about "${facts.statement.body}" (${facts.body})`]
      : []),
    ...(listed.source === undefined ? [`${file} names no source for ${listed.ref}: it is now ${facts.source}`] : []),
  ];
}

/** Whether a decision's file lists this statement. */
export function listsStatement(content: string, ref: string): boolean {
  const text = readIfThere(join(content, 'decisions', `${idOfDecision(ref)}.mdx`)) ?? '';
  return text.includes(`  - ref: ${ref}\n`) || listStatements(normaliseNewlines(text)).some((listed) => listed.ref === ref);
}

/** Sees to it that the decision's file is there and lists this statement. An editor's words are never changed. */
export function ensureDecision(content: string, facts: StatementFacts): { written: boolean; advice: string[] } {
  const { ref, labels } = facts.statement;
  const file = `decisions/${idOfDecision(ref)}.mdx`;
  const path = join(content, file);
  const text = readIfThere(path);
  if (text === undefined) {
    writeWhole(content, file, writeSkeleton(facts));
    return { written: true, advice: [`${file} is new: fill in its blanks`] };
  }
  const plain = normaliseNewlines(text);
  const listed = listStatements(plain).find((one) => one.ref === ref);
  if (listed) return { written: false, advice: compareListed(file, listed, facts) };
  const date = labels.date === undefined ? undefined : readDate(labels.date);
  const otherDate =
    date !== undefined && !plain.includes(date) ? [`The page of ${ref} prints the date "${labels.date}", and ${file} has another`] : [];
  const inserted = insertStatement(plain, facts);
  if (inserted === undefined)
    return {
      written: false,
      advice: [`${file} could not be read, so ${ref} was not added to its statements. Add it by hand`, ...otherDate],
    };
  const lines = text.includes('\r\n') ? inserted.replaceAll('\n', '\r\n') : inserted;
  writeWhole(content, file, text.startsWith('\uFEFF') ? `\uFEFF${lines}` : lines);
  return { written: true, advice: [`${ref} was added to the statements of ${file}`, ...otherDate] };
}
