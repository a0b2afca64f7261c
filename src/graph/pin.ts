import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Paragraph } from 'mdast';
import { visit } from 'unist-util-visit';
import { normaliseNewlines, splitFile } from '../compile/frontmatter.ts';
import { parseBody } from '../compile/parse-body.ts';
import { hashParagraph, readText } from '../plugins/remark-paragraph-anchors.ts';
import { listLostRuns } from './check-permalinks.ts';
import type { LostRun } from './lost-passages.ts';
import type { PublishedState } from './move.ts';

/** Published addresses that a paragraph is to keep. */
export interface Pin {
  file: string;
  line: number;
  /** The address of the paragraph by its present words. */
  into: string;
  ids: string[];
}

/** The pins that the neighbours prove: one new paragraph, and nothing else, where published ones stood. The rest is left to the editor. */
export function planPins({ addresses, permalinks }: PublishedState): { pins: Pin[]; open: LostRun[] } {
  const runs = listLostRuns(permalinks, addresses);
  const proven = runs.filter(({ lost, candidates }) => candidates.length === 1 && lost.every((id) => id.startsWith('p-')));
  const pins = proven.flatMap(({ lost, candidates }): Pin[] =>
    candidates.flatMap(({ passage, fragment }) => (passage ? [{ file: passage.file, line: passage.line, into: fragment, ids: lost }] : [])),
  );
  // An event prints its text on two pages: the same paragraph is lost on both and pinned once.
  const byPlace = Map.groupBy(pins, ({ file, into }) => `${file}#${into}`);
  return {
    pins: [...byPlace.values()].flatMap(([first, ...others]): Pin[] =>
      first ? [{ ...first, ids: [...new Set([first, ...others].flatMap(({ ids }) => ids))] }] : [],
    ),
    open: runs.filter((run) => !proven.includes(run)),
  };
}

/** The first paragraph of a body whose words have this address. */
function findParagraph(file: string, text: string, into: string): Paragraph | undefined {
  const { tree } = parseBody(file, splitFile(file, text).body);
  let found: Paragraph | undefined;
  visit(tree, 'paragraph', (paragraph) => {
    if (!found && hashParagraph(readText(paragraph)) === into) found = paragraph;
  });
  return found;
}

/** Puts text before the character at a line and column of a file, whatever its line ends. */
function insertAt(text: string, line: number, column: number, inserted: string): string {
  const parts = text.split(/(\r\n?|\n)/);
  const index = 2 * (line - 1);
  const own = parts[index] ?? '';
  parts[index] = own.slice(0, column - 1) + inserted + own.slice(column - 1);
  return parts.join('');
}

/** The text of a file with the pin written before its paragraph; undefined where the paragraph is not found. */
export function writePin(file: string, text: string, { into, ids }: Pin): string | undefined {
  const start = findParagraph(file, normaliseNewlines(text), into)?.position?.start;
  return start && insertAt(text, start.line, start.column, ids.map((id) => `<Anchor id="${id}" />`).join(''));
}

/** Writes pins into the content; returns those that were written. */
export function applyPins(root: string, pins: readonly Pin[]): Pin[] {
  return pins.filter((pin) => {
    const path = resolve(root, pin.file);
    const pinned = writePin(pin.file, readFileSync(path, 'utf8'), pin);
    if (pinned !== undefined) writeFileSync(path, pinned);
    return pinned !== undefined;
  });
}
