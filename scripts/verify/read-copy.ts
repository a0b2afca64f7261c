import type { Element } from 'hast';
import { listSections } from '../../src/graph/texts.ts';
import { prepareText, type PreparedText } from '../../src/graph/find-words.ts';
import type { SectionKind } from '../../src/schema/section.ts';
import { findStatements } from '../import/find-statements.ts';
import { readLines, readWords } from '../import/page-text.ts';
import { readPage } from '../import/read-page.ts';
import { recogniseFile } from '../import/recognise.ts';
import { Refusal } from '../import/refusal.ts';

/** A line of a copy, and how a reader finds it again. */
interface CopyLine {
  text: string;
  at: string;
  section: SectionKind | undefined;
}

/** The text of a copy, ready to be searched. */
export interface CopyText extends PreparedText {
  /** The line in which a place of the text lies. */
  lineAt: (place: number) => CopyLine;
}

const nameSection = (text: string) => text.replace(/\s*:\s*$/, '');

/** Lines of a page by its blocks: each stands under the heading before it. */
function listBlockLines(blocks: readonly Element[], isOfficial: boolean): CopyLine[] {
  const isHeading = ({ tagName }: Element) => /^h[1-6]$/.test(tagName);
  const parts = blocks.map((block) => (isHeading(block) ? { heading: { text: readWords(block), depth: Number(block.tagName[1]) } } : {}));
  const sections = isOfficial ? listSections(parts) : [];
  let heading = 'start of the page';
  return blocks.flatMap((block, index) => {
    if (isHeading(block)) heading = nameSection(readWords(block));
    const [at, section] = [heading, sections[index]];
    return readLines(block).map((text) => ({ text, at, section }));
  });
}

const LONGEST_HEADING = 90;

/** Whether a line of plain text stands alone, is short and ends without a stop. */
const isPlainHeading = (lines: readonly string[], index: number) => {
  const line = (lines[index] ?? '').trim();
  const alone = (lines[index - 1] ?? '').trim() === '' && (lines[index + 1] ?? '').trim() === '';
  return alone && line !== '' && line.length <= LONGEST_HEADING && /^\p{Lu}|^\p{N}|^s\d/u.test(line) && !/[.,:;?!…]$/.test(line);
};

function listPlainLines(text: string): CopyLine[] {
  const lines = text.split(/\r\n?|\n/);
  let heading: string | undefined;
  return lines.map((line, index) => {
    if (isPlainHeading(lines, index)) heading = line.trim();
    return { text: line, at: heading === undefined ? `line ${index + 1}` : `${heading}, line ${index + 1}`, section: undefined };
  });
}

async function listLines(bytes: Uint8Array, statement: string | undefined): Promise<CopyLine[]> {
  const file = recogniseFile(bytes);
  if (file.type === 'txt') return listPlainLines(file.text);
  const { blocks, framed } = await readPage(file);
  const elements = blocks.children.filter((child) => child.type === 'element');
  if (statement === undefined) return listBlockLines(elements, false);
  const statements = findStatements(blocks, framed);
  const own = statements.find(({ ref }) => ref === statement) ?? (statements.length === 1 ? statements[0] : undefined);
  if (!own) throw new Refusal(`It holds no statement ${statement}.`);
  return listBlockLines(own.blocks, true);
}

/** Reads a copy of a source. `statement` is the reference of the official page that the source is, where it is one. */
export async function readCopy(bytes: Uint8Array, statement: string | undefined): Promise<CopyText> {
  const lines = await listLines(bytes, statement);
  const starts: number[] = [];
  let text = '';
  for (const line of lines) {
    starts.push(text.length);
    text += `${line.text}\n`;
  }
  const nowhere: CopyLine = { text: '', at: 'nowhere', section: undefined };
  return { ...prepareText(text), lineAt: (place) => lines[starts.findLastIndex((start) => start <= place)] ?? nowhere };
}
