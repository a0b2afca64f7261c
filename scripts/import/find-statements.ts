import type { Element, Root, RootContent } from 'hast';
import { isActiveMark } from '../../src/plugins/rehype-plain-blocks.ts';
import { findSectionKind } from '../../src/schema/section.ts';
import { dropUnseen } from './clean-phrases.ts';
import { type Labels, readLabels } from './labels.ts';
import { collapse, readLines, readWords } from './page-text.ts';
import { Refusal } from './refusal.ts';

/** One body's statement as its page has it: the labels above, and the blocks of its text. */
export interface FoundStatement {
  /** As printed, with single spaces: `25 001 234a`. */
  ref: string;
  body: string;
  form: 'decision-statement' | 'public-report';
  labels: Labels;
  summary: string | undefined;
  blocks: Element[];
  /** What follows the text and was taken for the page's own. */
  furniture: string[];
}

const REFERENCE = /(\d{2})[\s\u00A0](\d{3})[\s\u00A0](\d{3})[\s\u00A0]?([a-z])?/;
const TITLE = new RegExp(`^(.*\\S)[\\s\\u00A0]*\\([\\s\\u00A0]*${REFERENCE.source}[\\s\\u00A0]*\\)$`, 'su');
const REPORT = new RegExp(
  `\\b(?:complaints? (?:about|against|concerning))\\s+(.+?)[\\s\\u00A0]*\\((?:reference(?: numbers?)?|ref(?:erence)?\\.?|case)[\\s\\u00A0:]*${REFERENCE.source}[\\s\\u00A0]*\\)`,
  'isu',
);
const OPENING = /^the ombudsm[ae]n.?s final decision:?$/i;
const SUMMARY = /^summary\s*:\s*/i;
const FURNITURE =
  /^(?:[\^↑▲]?\s*back to top|return to top|top of page|print(?: this page)?|share(?: this page)?|tweet|email this page|download (?:as )?(?:a )?pdf|listen|skip to (?:main )?content)$/i;
const TAIL =
  /^(?:privacy settings|review your privacy settings|cookies?(?: settings| policy)?|your cookies|lgo logogram|related (?:decisions|content|links)|other decisions|similar decisions|follow us|contact us|quick links|more decisions|search decisions|©.*)$/i;

const seen = (text: string) => dropUnseen(text, new Map());
const isElement = (node: RootContent): node is Element => node.type === 'element';
const isHeading = ({ tagName }: Element) => /^h[1-6]$/.test(tagName);
const toReference = (groups: readonly (string | undefined)[]) => `${groups.slice(0, 3).join(' ')}${groups[3] ?? ''}`;

interface Start {
  index: number;
  ref: string;
  body: string;
  form: FoundStatement['form'];
}

/** The headings at which statements begin: `Body (25 001 234a)`, or of a report the line that says what it is about. */
function findStarts(blocks: readonly RootContent[]): Start[] {
  const starts = blocks.flatMap((block, index): Start[] => {
    if (!isElement(block) || !isHeading(block)) return [];
    const match = TITLE.exec(readWords(block));
    return match ? [{ index, body: match[1] ?? '', ref: toReference(match.slice(2, 6)), form: 'decision-statement' }] : [];
  });
  const tail = blocks.findIndex((block, index) => index > (starts[0]?.index ?? 0) && isElement(block) && TAIL.test(readWords(block)));
  // What stands below the page's own words, as a list of related decisions, is not on this page.
  if (starts.length > 0) return starts.filter(({ index }) => tail < 0 || index < tail);
  const report = blocks.slice(0, 40).flatMap((block, index): Start[] => {
    const match = isElement(block) ? REPORT.exec(readWords(block)) : null;
    return match ? [{ index, body: match[1] ?? '', ref: toReference(match.slice(2, 6)), form: 'public-report' }] : [];
  });
  return report.slice(0, 1);
}

const isOpening = (block: RootContent) => isElement(block) && OPENING.test(readWords(block));

/** A paragraph that is wholly bold and has the words of a usual heading is one. */
function readHeading(block: Element): Element {
  if (block.tagName !== 'p') return block;
  const children = block.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = children;
  const bold = children.length === 1 && only?.type === 'element' && (only.tagName === 'strong' || only.tagName === 'b');
  const words = readWords(block);
  return bold && (OPENING.test(words) || findSectionKind(words)) ? { ...block, tagName: 'h2', children: only.children } : block;
}

const isOfficialStart = (block: Element) => isHeading(block) && findSectionKind(readWords(block)) !== undefined;

/**
 * Where the text ends: at what is plainly the page's own. Where the page does not say which part of it is its content,
 * also after the last "Back to top" behind which nothing of a statement follows.
 */
function findEnd(blocks: readonly RootContent[], framed: boolean): number {
  const tail = blocks.findIndex((block) => isElement(block) && TAIL.test(readWords(block)));
  const end = tail < 0 ? blocks.length : tail;
  if (framed) return end;
  const last = blocks
    .slice(0, end)
    .findLastIndex((block) => isElement(block) && /back to top/i.test(readWords(block)) && FURNITURE.test(readWords(block)));
  const after = blocks.slice(last + 1, end).filter(isElement);
  return last < 0 || after.some((block) => isOfficialStart(block) || block.tagName === 'ol') ? end : last;
}

// A paragraph of spaces alone, also of no-break spaces, only keeps others apart.
const isFurniture = (block: Element) => FURNITURE.test(readWords(block)) || readWords(block).trim() === '';

/** Refuses what could run inside a text; a mark stands behind its block, and buttons of the page may have code. */
function refuseActive(blocks: readonly RootContent[]): void {
  const mark = blocks.find((block, index) => {
    const holder = blocks.slice(0, index).findLast(isElement);
    return isActiveMark(block) && (block.type !== 'comment' || !block.value.includes('code on') || !holder || !isFurniture(holder));
  });
  if (mark?.type === 'comment')
    throw new Refusal(
      `Something that runs stands inside the text: ${mark.value.replace('active: ', '')}. Save the page again with "HTML only".`,
    );
}

/** The words of the summary, without its label. */
function findSummary(blocks: readonly Element[]): string | undefined {
  const opening = blocks.findIndex((block) => OPENING.test(readWords(block)) || /^summary:?$/i.test(readWords(block)));
  const labelled = blocks.findIndex((block) => !isHeading(block) && SUMMARY.test(readWords(block)));
  const first = labelled >= 0 ? labelled : opening >= 0 ? opening + 1 : -1;
  if (first < 0) return undefined;
  const length = blocks.slice(first).findIndex((block) => isHeading(block) || block.tagName === 'ol');
  const lines = blocks.slice(first, length < 0 ? undefined : first + length).map(readWords);
  return seen(lines.join('\n').replace(SUMMARY, '')) || undefined;
}

function readStatement({ ref, body, form }: Start, own: readonly RootContent[], framed: boolean): FoundStatement {
  const opening = own.findIndex(isOpening);
  const lines = own.slice(0, opening < 0 ? 12 : opening).flatMap((block) => (isElement(block) ? readLines(block).map(seen) : []));
  const labels = readLabels(lines);
  if (form === 'decision-statement' && opening < 0 && Object.keys(labels).length === 0) {
    throw new Refusal(
      `It has a heading with the reference ${ref}, but neither the lines "Category", "Decision" and "Decision date" nor "The Ombudsman's final decision". It is not a whole decision page.`,
    );
  }
  const firstText =
    opening >= 0
      ? opening
      : form === 'public-report'
        ? 0
        : own.findLastIndex((block) => isElement(block) && /^(?:category|decision(?: date)?|outcome)\s*:?/i.test(readWords(block))) + 1;
  const rest = own.slice(firstText);
  const end = findEnd(rest, framed);
  const text = rest.slice(0, end);
  refuseActive(text);
  const elements = text.filter(isElement).map(readHeading);
  const blocks = elements.filter((block) => !isFurniture(block));
  if (blocks.length === 0) throw new Refusal(`The page of ${ref} holds no text below its heading. Save the whole page.`);
  const furniture = rest
    .slice(end)
    .filter((block): block is Element => isElement(block) && !isFurniture(block))
    .map(readWords);
  return {
    ref,
    body: collapse(seen(body).replace(/\u00A0/g, ' ')),
    form,
    labels: form === 'public-report' ? readReportLabels(labels, blocks) : labels,
    summary: findSummary(blocks),
    blocks,
    furniture,
  };
}

/** Of a report: the first line that is a date, and the line that begins "Fault found". */
function readReportLabels(labels: Labels, blocks: readonly Element[]): Labels {
  const lines = blocks.slice(0, 60).flatMap(readLines);
  const date = labels.date ?? lines.find((line) => /^\d{1,2}\s+\p{L}+\s+\d{4}$/u.test(line));
  const outcome = labels.outcome ?? lines.find((line) => /^(?:fault found|no fault|maladministration)\b/i.test(line) && line.length < 120);
  return { ...labels, ...(date && { date }), ...(outcome && { outcome }) };
}

/** Whether anything on a page has the form of a statement's heading. */
export const holdsStatements = ({ children }: Root): boolean => findStarts(children).length > 0;

/**
 * Every statement on a page whose blocks are given in order; `framed` where they are the page's content and nothing
 * else. Refuses a page that holds none.
 */
export function findStatements({ children }: Root, framed: boolean): FoundStatement[] {
  const starts = findStarts(children);
  if (starts.length === 0) throw new Refusal('It is not a decision page: no heading has the form "Body (25 001 234)".');
  return starts.map((start, index) =>
    readStatement(start, children.slice(start.form === 'public-report' ? 0 : start.index + 1, starts[index + 1]?.index), framed),
  );
}
