import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from '../../src/compile/blocks.ts';
import { normaliseNewlines } from '../../src/compile/frontmatter.ts';
import { compileRecord, type CompiledRecord } from '../../src/compile/record.ts';
import { listCalls } from '../../src/compile/segments.ts';
import { findWords, prepareText } from '../../src/graph/find-words.ts';
import { joinPassages } from '../../src/graph/texts.ts';
import type { TextChange, TextLine } from './compare-texts.ts';
import { readIfThere } from './files.ts';

/** A change of a text, and what of the archive rests on it. */
export interface ChangedText {
  decision: string;
  /** The sources that have this text. */
  sources: readonly string[];
  was: readonly TextLine[];
  is: readonly TextLine[];
  blocks: readonly Block[];
  changes: readonly TextChange[];
}

function readDecision(content: string, name: string): CompiledRecord<'decision'> | undefined {
  const text = readIfThere(join(content, 'decisions', name)) ?? '';
  return compileRecord('decision', name.replace(/\.mdx$/, ''), `decisions/${name}`, normaliseNewlines(text)).record;
}

/** Quotations that stood in what changed, and whether their words are still there. */
function listQuotes(content: string, { decision, was, is, changes }: ChangedText): string[] {
  const record = readDecision(content, `${decision}.mdx`);
  if (!record)
    return existsSync(join(content, 'decisions', `${decision}.mdx`))
      ? [`decisions/${decision}.mdx has blanks or faults, so its quotations could not be compared`]
      : [];
  const [before, after] = [joinPassages(was), joinPassages(is)];
  const [old, now] = [prepareText(before.text), prepareText(after.text)];
  const changed = new Set(changes.flatMap((change) => (change.was ? [change.was] : [])));
  return record.data.quotes.flatMap(({ id, text }) => {
    const stood = findWords(text, old);
    const lines = stood.flatMap(({ start, end }) => was.slice(before.indexAt(start), before.indexAt(end - 1) + 1));
    const touched = lines.find((line) => changed.has(line));
    if (!touched) return [];
    const still = findWords(text, now).length > 0 ? 'its words are still there' : 'its words are no longer there';
    return [`quotation ${decision}/${id} stands in #${touched.id ?? touched.section ?? 'text'}: ${still}`];
  });
}

/** Addresses that would go, and what the editor has set down in their paragraphs. */
function listAnchors(content: string, { blocks, changes, is }: ChangedText): string[] {
  const published = readIfThere(join(content, 'permalinks.jsonl')) ?? '';
  const kept = new Set(is.map(({ id }) => id));
  return changes.flatMap(({ was }) => {
    if (!was?.id || kept.has(was.id)) return [];
    const calls = listCalls(blocks[was.block]?.segments ?? []).map(({ name }) => `<${name}>`);
    const beside = calls.length > 0 ? `; beside it stand your ${[...new Set(calls)].join(', ')}` : '';
    return [`address #${was.id}${published.includes(was.id) ? ', which was published,' : ''} would go${beside}`];
  });
}

/** Whether a place in a source, as "summary" or "complaint, para 4", can be in what changed. */
function concerns(at: string | undefined, changes: readonly TextChange[]): boolean {
  if (at === undefined) return true;
  const named = at.toLowerCase();
  return changes.some(({ was, is }) => {
    const section = was?.section ?? is?.section;
    return section === undefined || named.includes(section) || !/\b(?:summary|complaint|powers|findings?|remedy|decision)\b/.test(named);
  });
}

/** States of recommendations, in any decision, whose evidence is the text that changed. */
function listStates(content: string, { sources, changes }: ChangedText): string[] {
  const folder = join(content, 'decisions');
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.mdx'))
        .toSorted()
    : [];
  const concerned = names.filter((name) => sources.some((source) => readIfThere(join(folder, name))?.includes(source)));
  return concerned.flatMap((name) => {
    const record = readDecision(content, name);
    return (record?.data.recommendations ?? []).flatMap(({ id, history }) =>
      history.flatMap(({ state, date, evidence }) => {
        const rests = evidence.find((one) => sources.includes(one.source) && concerns(one.at, changes));
        return rests
          ? [
              `status "${state}"${date ? ` of ${date}` : ''} of recommendation ${record?.id ?? ''}/${id} rests on it (${rests.at ?? 'place not given'})`,
            ]
          : [];
      }),
    );
  });
}

/** What rests on the changed parts of a text: quotations, addresses and states of recommendations. */
export const listDependants = (content: string, changed: ChangedText): string[] => [
  ...listQuotes(content, changed),
  ...listAnchors(content, changed),
  ...listStates(content, changed),
];
