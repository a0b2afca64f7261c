import type { Block } from '../../src/compile/blocks.ts';
import { listSections } from '../../src/graph/texts.ts';
import type { SectionKind } from '../../src/schema/section.ts';

/** One line of a text: a heading or a passage, with the section that it stands in. */
export interface TextLine {
  text: string;
  id: string | undefined;
  section: SectionKind | undefined;
  /** The index of its block. */
  block: number;
}

/** What became of a part of a text: `was` or `is` is missing where it was added or removed. */
export interface TextChange {
  was: TextLine | undefined;
  is: TextLine | undefined;
}

/** The headings and passages of a text in order. */
export function listLines(blocks: readonly Block[]): TextLine[] {
  const sections = listSections(blocks);
  return blocks.flatMap(({ heading, passages }, block) => {
    const section = sections[block];
    const own = heading ? [{ text: heading.text, id: heading.id, section, block }] : [];
    return [...own, ...passages.map(({ text, id }) => ({ text, id, section, block }))];
  });
}

/** For each pair of beginnings, how many lines the rest of the two texts share in order. */
function countShared(was: readonly string[], is: readonly string[]): Uint32Array[] {
  const table = Array.from({ length: was.length + 1 }, () => new Uint32Array(is.length + 1));
  for (let a = was.length - 1; a >= 0; a -= 1) {
    for (let b = is.length - 1; b >= 0; b -= 1) {
      const [row = new Uint32Array(), next = new Uint32Array()] = [table[a], table[a + 1]];
      row[b] = was[a] === is[b] ? (next[b + 1] ?? 0) + 1 : Math.max(next[b] ?? 0, row[b + 1] ?? 0);
    }
  }
  return table;
}

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));

/** How many of their words two lines share, from 0 to 1. */
function likeness(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  const shared = [...x].filter((word) => y.has(word)).length;
  return shared / Math.max(x.size, y.size, 1);
}

/** Pairs what was removed with what was put in its place, where the two are alike. */
function pair(was: readonly TextLine[], is: readonly TextLine[]): TextChange[] {
  const left = [...is];
  const changes = was.map((line): TextChange => {
    const best = left
      .map((candidate, index) => ({ index, like: likeness(line.text, candidate.text) }))
      .toSorted((a, b) => b.like - a.like)[0];
    return best && best.like >= 0.4 ? { was: line, is: left.splice(best.index, 1)[0] } : { was: line, is: undefined };
  });
  return [...changes, ...left.map((line): TextChange => ({ was: undefined, is: line }))];
}

/** What differs between two texts, line by line, in the order of the older. */
export function compareTexts(was: readonly TextLine[], is: readonly TextLine[]): TextChange[] {
  const table = countShared(
    was.map(({ text }) => text),
    is.map(({ text }) => text),
  );
  const changes: TextChange[] = [];
  let [a, b] = [0, 0];
  let [removed, added]: [TextLine[], TextLine[]] = [[], []];
  const close = () => {
    changes.push(...pair(removed, added));
    [removed, added] = [[], []];
  };
  while (a < was.length || b < is.length) {
    const [old, now] = [was[a], is[b]];
    if (old && now && old.text === now.text) {
      close();
      [a, b] = [a + 1, b + 1];
    } else if (now && (!old || (table[a]?.[b + 1] ?? 0) > (table[a + 1]?.[b] ?? 0))) {
      added.push(now);
      b += 1;
    } else if (old) {
      removed.push(old);
      a += 1;
    }
  }
  close();
  return changes;
}

const WINDOW = 60;

const cut = (text: string, at: number) => {
  const from = Math.max(0, at - WINDOW / 2);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + WINDOW)}${text.length > from + WINDOW ? '…' : ''}`;
};

/** A change in a line or two: what stood there, what stands there now, from shortly before they part. */
export function describeChange({ was, is }: TextChange): string {
  const place = was?.id ? `#${was.id}` : (was?.section ?? is?.section ?? 'text');
  if (!was) return `added: "${cut(is?.text ?? '', 0)}"`;
  if (!is) return `${place} removed: "${cut(was.text, 0)}"`;
  const at = [...was.text].findIndex((character, index) => is.text[index] !== character);
  const from = at < 0 ? was.text.length : at;
  return `${place} changed: "${cut(was.text, from)}" is now "${cut(is.text, from)}"`;
}
