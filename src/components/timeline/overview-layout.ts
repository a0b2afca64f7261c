import type { Entry } from '../../graph/archive.ts';
import { certaintyOf } from '../../graph/date-text.ts';
import type { OutstandingSpan } from '../../graph/outstanding.ts';
import type { Lane } from '../../graph/timeline.ts';
import { readEdtf } from '../../schema/date.ts';
import { type Axis, type Bounds, placeDate, type Stretch } from './axis.ts';

interface PlacedMark extends Stretch {
  event: Entry<'event'>;
  across: number;
}

export interface PlacedLane extends Stretch {
  lane: Lane;
  background: boolean;
  marks: PlacedMark[];
}

/** One recommendation as a band: open for certain, perhaps open, not known. */
export interface PlacedBand {
  span: OutstandingSpan;
  start: number;
  sure: Stretch;
  perhaps: Stretch[];
  unknown: Stretch | undefined;
  again: number[];
}

/** A place over the drawing that leads somewhere. */
export interface Target {
  href: string;
  title: string;
  boxes: { x: number; y: number; width: number; height: number }[];
}

/** The first free track for each stretch, in order, with `room` between neighbours. */
function findTracks(stretches: readonly Stretch[], room: number): number[] {
  const ends: number[] = [];
  return stretches.map(({ from, to }) => {
    const free = ends.findIndex((end) => end + room <= from);
    const track = free < 0 ? ends.length : free;
    ends[track] = to;
    return track;
  });
}

const isBefore = (event: Entry<'event'>, bounds: Bounds) => (readEdtf(event.data.date).end?.last ?? bounds.to) < bounds.from;

/** Background events that lie before the drawing. */
export const listEarlier = (events: readonly Entry<'event'>[], bounds: Bounds) => events.filter((event) => isBefore(event, bounds));

function placeMark(event: Entry<'event'>, axis: Axis, reach: number): Stretch {
  const { from, to } = placeDate(event.data.date, axis);
  const certainty = certaintyOf(event.data.date);
  const middle = (from + to) / 2;
  const half =
    certainty === 'month' || certainty === 'year' || certainty === 'span' || certainty === 'open' ? Math.max((to - from) / 2, reach) : 0;
  return { from: middle - half, to: middle + half };
}

/** Sets lanes one after another from `start`, each as broad as its crowd needs. */
export function placeLanes(
  lanes: readonly Lane[],
  background: readonly Entry<'event'>[],
  axis: Axis,
  start: number,
  { pitch, pad, reach }: { pitch: number; pad: number; reach: number },
): PlacedLane[] {
  const own = background.filter((event) => !isBefore(event, axis.bounds));
  const all = [...lanes.map((lane) => ({ lane, background: false })), { lane: { bodies: [], changes: [], events: own }, background: true }];
  let edge = start;
  return all
    .filter(({ lane }) => lane.events.length > 0)
    .map(({ lane, background: isBackground }): PlacedLane => {
      const places = lane.events.map((event) => placeMark(event, axis, reach));
      const tracks = findTracks(
        places.map(({ from, to }) => ({ from: from - reach, to: to + reach })),
        2,
      );
      const from = edge;
      edge += (Math.max(0, ...tracks) + 1) * pitch + pad * 2;
      const marks = lane.events.map((event, index) => ({
        event,
        from: 0,
        to: 0,
        ...places[index],
        across: from + pad + ((tracks[index] ?? 0) + 0.5) * pitch,
      }));
      return { lane, background: isBackground, from, to: edge, marks };
    });
}

/** Events that stand in several lanes, with the line that joins their marks; decisions have their own, and what is long needs none. */
export function joinLanes(lanes: readonly PlacedLane[]): { event: Entry<'event'>; at: number; from: number; to: number }[] {
  const marks = lanes.filter(({ background }) => !background).flatMap((lane) => lane.marks);
  return [...Map.groupBy(marks, ({ event }) => event.id).values()].flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)];
    if (!first || !last || first === last || first.event.data.kind === 'decision') return [];
    if (['year', 'span', 'open'].includes(certaintyOf(first.event.data.date))) return [];
    return [{ event: first.event, at: (first.from + first.to) / 2, from: first.across, to: last.across }];
  });
}

/** The marks of each event, with room around them for a pointer. */
export function boxMarks(lanes: readonly PlacedLane[], reach: number, down: boolean): { event: Entry<'event'>; boxes: Target['boxes'] }[] {
  const room = reach + 2;
  return [
    ...Map.groupBy(
      lanes.flatMap((lane) => lane.marks),
      ({ event }) => event,
    ).entries(),
  ].map(([event, marks]) => ({
    event,
    boxes: marks.map(({ from, to, across }) => {
      const half = Math.max((to - from) / 2 + 2, room);
      const [along, beside, length, breadth] = [(from + to) / 2 - half, across - room, half * 2, room * 2];
      return down ? { x: beside, y: along, width: breadth, height: length } : { x: along, y: beside, width: length, height: breadth };
    }),
  }));
}

/** A span as a band. It is surely open between the last day it can have begun and the first it can have ended. */
export function placeBand(span: OutstandingSpan, axis: Axis): PlacedBand {
  const began = placeDate(span.from, axis);
  const end = placeDate(span.ended?.date ?? span.known.date, axis);
  const isPoint = (date: string) => certaintyOf(date) === 'exact';
  const sure = { from: isPoint(span.from) ? began.from : began.to, to: end.from };
  return {
    span,
    start: began.from,
    sure: sure.to > sure.from ? sure : { from: began.from, to: began.from },
    perhaps: [
      ...(isPoint(span.from) ? [] : [began]),
      ...(sure.to > sure.from && !isPoint(span.ended?.date ?? span.known.date) ? [end] : []),
    ],
    unknown: span.ended?.date === undefined ? { from: isPoint(span.known.date) ? end.from : end.to, to: axis.to } : undefined,
    again: span.made.slice(1).map(({ date }) => {
      const { from, to } = placeDate(date, axis);
      return (from + to) / 2;
    }),
  };
}
