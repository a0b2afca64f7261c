import { formatDate, yearOf } from '../../graph/date-text.ts';
import type { LineageStep } from '../../graph/archive.ts';
import { type OutstandingSpan, stateOfWhole } from '../../graph/outstanding.ts';
import type { RecommendationState } from '../../schema/decision.ts';
import { readEdtf } from '../../schema/date.ts';
import { type Axis, type Bounds, placeDate, placeYears, startOfYear, type Stretch } from '../timeline/axis.ts';
import { placeBand, type PlacedBand } from '../timeline/overview-layout.ts';

/** A recommendation and all that repeat it, as it is to be drawn. */
export interface DrawnLineage {
  action: string;
  steps: readonly LineageStep[];
  spans: readonly OutstandingSpan[];
}

export interface DrawnDecision {
  ref: string;
  date: string;
}

/** How broad the paper is, and how large the letters on it; one unit is a pixel where the drawing is not scaled. */
export interface Paper {
  width: number;
  size: number;
  /** Half the breadth of a mark. */
  reach: number;
}

interface PlacedText {
  text: string;
  x: number;
  y: number;
}

interface PlacedRow {
  label: PlacedText[];
  /** The line along which it stood open. */
  line: number;
  bands: PlacedBand[];
  /** Marks that would hide one another stand below one another: along the line each is where its date is. */
  marks: { state: RecommendationState; x: number; y: number }[];
  top: number;
}

export interface PlacedLineages {
  width: number;
  height: number;
  /** Where the heads end and the rows begin. */
  top: number;
  years: { year: number; at: number }[];
  decisions: { stretch: Stretch; ref: PlacedText; date: PlacedText }[];
  rows: PlacedRow[];
}

const EDGE = 2;

/** About as broad as letters of this size are on average; a little more, so that nothing touches. */
const breadthOf = (text: string, size: number) => text.length * size * 0.54;

/** Breaks words into lines of at most this breadth. */
function breakLines(text: string, breadth: number, size: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const joined = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && breadthOf(joined, size) <= breadth) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** The first level on which each stretch meets no other, in order. */
function findLevels(stretches: readonly Stretch[]): number[] {
  const ends: number[] = [];
  return stretches.map(({ from, to }) => {
    const free = ends.findIndex((end) => end <= from);
    const level = free < 0 ? ends.length : free;
    ends[level] = to;
    return level;
  });
}

const middle = ({ from, to }: Stretch) => (from + to) / 2;
const within = (at: number, breadth: number, width: number) => Math.max(EDGE, Math.min(at, width - EDGE - breadth));

/** From the year of the first date drawn to the day the record was brought up to, or the last date where that is later. */
export function boundLineages(lineages: readonly DrawnLineage[], decisions: readonly DrawnDecision[], asOf: string): Bounds {
  const dates = [...decisions.map(({ date }) => date), ...lineages.flatMap(({ steps }) => steps.flatMap(({ date }) => date ?? []))];
  const lasts = [asOf, ...dates].map((date) => readEdtf(date).end?.last ?? 0);
  return { from: startOfYear(Math.min(...dates.map(yearOf))), to: Math.max(...lasts) + 1 };
}

function placeHeads(decisions: readonly DrawnDecision[], axis: Axis, { width, size }: Paper) {
  const small = size * 0.86;
  const heads = decisions.map(({ ref, date }) => {
    const stretch = placeDate(date, axis);
    const words = formatDate(date);
    const breadth = Math.max(breadthOf(ref, size), breadthOf(words, small));
    const from = within(middle(stretch) - breadth / 2, breadth, width);
    return { ref, words, stretch, from, to: from + breadth + 6 };
  });
  const levels = findLevels(heads);
  const placed = heads.map(({ ref, words, stretch, from, to }, index) => {
    const [x, y] = [(from + to - 6) / 2, (levels[index] ?? 0) * size * 2.6 + size];
    return { stretch, ref: { text: ref, x, y }, date: { text: words, x, y: y + size * 1.2 } };
  });
  return { placed, top: (Math.max(-1, ...levels) + 1) * size * 2.6 + size * 0.4 };
}

function placeRow(
  { action, steps, spans }: DrawnLineage,
  axis: Axis,
  top: number,
  { width, size, reach }: Paper,
): PlacedRow & { bottom: number } {
  const lines = breakLines(action, width - EDGE * 2, size);
  const places = steps.flatMap(({ date, state }) =>
    date && state.state !== 'unknown' ? [{ state: stateOfWhole(state), x: middle(placeDate(date, axis)) }] : [],
  );
  const start = (places[0]?.x ?? EDGE) - reach;
  const label = lines.map((text, index) => ({
    text,
    x: within(start, breadthOf(text, size), width),
    y: top + size * (1 + index * 1.25),
  }));
  const line = top + lines.length * size * 1.25 + reach + 5;
  const levels = findLevels(places.map(({ x }) => ({ from: x - reach - 1, to: x + reach + 1 })));
  const marks = places.map((mark, index) => ({ ...mark, y: line + (levels[index] ?? 0) * (reach * 2 + 3) }));
  const bottom = Math.max(line, ...marks.map(({ y }) => y)) + reach + size;
  return { label, line, bands: spans.map((span) => placeBand(span, axis)), marks, top, bottom };
}

/** Sets decisions and lineages out along one axis of time, from left to right. */
export function placeLineages(
  lineages: readonly DrawnLineage[],
  decisions: readonly DrawnDecision[],
  bounds: Bounds,
  paper: Paper,
): PlacedLineages {
  const axis: Axis = { bounds, from: EDGE + paper.reach, to: paper.width - EDGE };
  const { placed, top } = placeHeads(decisions, axis, paper);
  const rows: PlacedRow[] = [];
  let edge = top + paper.size * 0.6;
  for (const lineage of lineages) {
    const { bottom, ...row } = placeRow(lineage, axis, edge, paper);
    rows.push(row);
    edge = bottom;
  }
  const height = edge + paper.size * 1.3;
  return { width: paper.width, height, top, years: placeYears(axis, paper.size * 3.5), decisions: placed, rows };
}
