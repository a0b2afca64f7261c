import type { ComponentCall, Segment } from '../compile/segments.ts';
import { grounding } from '../schema/vocabulary.ts';
import type { Entry } from './archive.ts';

/** How the paragraphs of a text are tied to the record. One reference ties a whole paragraph, however many sentences it has. */
export interface Coverage {
  id: string;
  paragraphs: number;
  /** Paragraphs that refer to the record and are not opinion. */
  grounded: number;
  /** Paragraphs that are somebody's opinion, or hold one, by whose it is. */
  opinions: { by: string; paragraphs: number }[];
}

interface Paragraph {
  grounded: boolean;
  by: string | undefined;
}

const START = /<(?:p|li) id="p-/g;

/** Notes beside the text belong to the paragraph that they stand at. */
const isAside = ({ name, inline }: ComponentCall) => name === 'Note' && !inline;

/** Reads a body from start to end: a paragraph begins where its address stands, and what follows belongs to it. */
function readParagraphs(segments: readonly Segment[], by: string | undefined, paragraphs: Paragraph[]): void {
  for (const segment of segments) {
    if (typeof segment === 'string') {
      for (const _start of segment.matchAll(START)) paragraphs.push({ grounded: false, by });
      continue;
    }
    if (isAside(segment)) continue;
    const current = paragraphs.at(-1);
    const whose = segment.name === 'Opinion' ? (segment.props['by'] ?? '') : undefined;
    if (segment.inline && current) {
      if (whose !== undefined) current.by ??= whose;
      else if (grounding.includes(segment.name)) current.grounded = true;
    }
    readParagraphs(segment.children, whose ?? by, paragraphs);
  }
}

/** Counts how the paragraphs of an essay, or of any other body, are tied to the record. */
export function measureCoverage({ id, segments }: Pick<Entry, 'id' | 'segments'>): Coverage {
  const paragraphs: Paragraph[] = [];
  readParagraphs(segments, undefined, paragraphs);
  const opinions = Map.groupBy(
    paragraphs.filter(({ by }) => by !== undefined),
    ({ by }) => by ?? '',
  );
  return {
    id,
    paragraphs: paragraphs.length,
    grounded: paragraphs.filter(({ grounded, by }) => grounded && by === undefined).length,
    opinions: [...opinions].map(([by, own]) => ({ by, paragraphs: own.length })),
  };
}
