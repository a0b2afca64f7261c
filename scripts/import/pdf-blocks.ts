import type { Element, ElementContent, Root } from 'hast';
import { findSectionKind } from '../../src/schema/section.ts';
import { collapse } from './page-text.ts';

/** A printed line: its words, where it begins and ends, and the size of its letters, in points from the lower left. */
export interface PdfLine {
  text: string;
  x: number;
  y: number;
  end: number;
  size: number;
  page: number;
  pageHeight: number;
}

type Kind = 'heading' | 'numbered' | 'lettered' | 'bullet' | 'paragraph';

interface PdfBlock {
  kind: Kind;
  number: string | undefined;
  /** Where its first line begins: what begins further out is not its own. */
  x: number;
  size: number;
  text: string;
}

const NUMBERED = /^(\d{1,3})\.\s+(?=\S)/;
const LETTERED = /^\(?([a-z]|[ivx]{1,4})[).]\s+(?=\S)/;
const BULLET = /^[•▪◦‣·o●–-]\s+(?=\S)/;
const PAGE_NUMBER = /^(?:page\s+)?\d{1,4}(?:\s+of\s+\d{1,4})?$/i;
const STATEMENT_TITLE = /\(\d{2}[\s\u00A0]\d{3}[\s\u00A0]\d{3}[\s\u00A0]?[a-z]?\)$/;

/** The value below which this part of the values lies. */
const quantile = (values: readonly number[], part: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;

/** Running heads and feet: page numbers, and what the margins of most pages repeat. */
function dropMargins(lines: readonly PdfLine[]): PdfLine[] {
  const pages = new Set(lines.map(({ page }) => page)).size;
  const inMargin = ({ y, pageHeight }: PdfLine) => y < pageHeight * 0.08 || y > pageHeight * 0.93;
  const repeats = Map.groupBy(lines.filter(inMargin), ({ text }) => collapse(text).replace(/\d+/g, '#'));
  const isRepeated = (line: PdfLine) => pages > 2 && (repeats.get(collapse(line.text).replace(/\d+/g, '#'))?.length ?? 0) >= pages / 2;
  return lines.filter((line) => !(inMargin(line) && (PAGE_NUMBER.test(collapse(line.text)) || isRepeated(line))));
}

/** Joins a line to what stands before it. A hyphen at the end of a line is the word's own. */
function join(before: string, line: string): string {
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + line.trimStart();
  return /[\p{L}\p{N}][-‐‑–—/]$/u.test(before) && /^[\p{L}\p{N}]/u.test(line) ? before + line : `${before.trimEnd()} ${line.trimStart()}`;
}

interface Measures {
  size: number;
  leading: number;
  right: number;
}

function measure(lines: readonly PdfLine[]): Measures {
  const gaps = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next && next.page === line.page && line.y > next.y ? [line.y - next.y] : [];
  });
  // Lines of one paragraph are the closest that a page has.
  return {
    size: quantile(
      lines.map(({ size }) => size),
      0.5,
    ),
    leading: quantile(gaps, 0.25),
    right: Math.max(0, ...lines.map(({ end }) => end)),
  };
}

function classify(line: PdfLine, { size }: Measures): Pick<PdfBlock, 'kind' | 'number'> & { text: string } {
  const text = collapse(line.text);
  const numbered = NUMBERED.exec(text);
  if (numbered) return { kind: 'numbered', number: numbered[1], text: text.slice(numbered[0].length) };
  const lettered = LETTERED.exec(text);
  if (lettered) return { kind: 'lettered', number: undefined, text: text.slice(lettered[0].length) };
  const bullet = BULLET.exec(text);
  if (bullet) return { kind: 'bullet', number: undefined, text: text.slice(bullet[0].length) };
  const large = line.size > size * 1.1;
  return { kind: large || findSectionKind(text) || STATEMENT_TITLE.test(text) ? 'heading' : 'paragraph', number: undefined, text };
}

/** Whether a line goes on with the block before it, by the space between them and by how the line before it ends. */
function continues(line: PdfLine, before: PdfLine, block: PdfBlock, { leading, right }: Measures, kind: Kind): boolean {
  if (kind === 'heading')
    return (
      block.kind === 'heading' && Math.abs(line.size - block.size) < 0.5 && line.page === before.page && before.y - line.y < line.size * 1.6
    );
  if (kind !== 'paragraph' || block.kind === 'heading' || line.x < block.x - 2) return false;
  const broken = line.page !== before.page || line.y > before.y;
  if (broken) return !/[.:;?!”’")\]]$/.test(before.text.trim()) || before.end > right * 0.85;
  return before.y - line.y < leading * 1.35;
}

function toPdfBlocksOf(lines: readonly PdfLine[]): PdfBlock[] {
  const measures = measure(lines);
  const blocks: PdfBlock[] = [];
  for (const [index, line] of lines.entries()) {
    const { kind, number, text } = classify(line, measures);
    const [block, before] = [blocks.at(-1), lines[index - 1]];
    if (block && before && continues(line, before, block, measures, kind)) block.text = join(block.text, text);
    else blocks.push({ kind, number, x: line.x, size: line.size, text });
  }
  return blocks;
}

const element = (tagName: string, children: ElementContent[], properties: Element['properties'] = {}): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const words = (value: string): ElementContent[] => [{ type: 'text', value }];

const LIST_TAGS = { numbered: 'ol', lettered: 'ol', bullet: 'ul' } as const;

/** Puts items into the list that they belong to: parts and points into the paragraph above them. */
function toElements(blocks: readonly PdfBlock[]): Element[] {
  const elements: Element[] = [];
  const sizes = [...new Set(blocks.filter(({ kind }) => kind === 'heading').map(({ size }) => Math.round(size)))].toSorted((a, b) => b - a);
  let item: Element | undefined;
  for (const { kind, number, size, text } of blocks) {
    if (kind === 'heading' || kind === 'paragraph') {
      item = undefined;
      elements.push(element(kind === 'paragraph' ? 'p' : `h${Math.min(sizes.indexOf(Math.round(size)) + 1, 4)}`, words(text)));
      continue;
    }
    const own = element('li', words(text));
    if (kind === 'numbered') {
      item = own;
      elements.push(element('ol', [own], { start: Number(number) }));
      continue;
    }
    const holder = item ?? { children: elements };
    const last = holder.children.at(-1);
    const properties = kind === 'lettered' ? { type: 'a' } : {};
    if (last?.type === 'element' && last.tagName === LIST_TAGS[kind] && last.properties['type'] === properties.type)
      last.children.push(own);
    else holder.children.push(element(LIST_TAGS[kind], [own], properties));
  }
  return elements;
}

/** Makes a page of printed lines: headings by their size or their words, numbered paragraphs, lists, paragraphs. */
export const toPdfBlocks = (lines: readonly PdfLine[]): Root => ({ type: 'root', children: toElements(toPdfBlocksOf(dropMargins(lines))) });
