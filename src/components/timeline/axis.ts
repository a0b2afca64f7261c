import type { Archive } from '../../graph/archive.ts';
import { yearOf } from '../../graph/date-text.ts';
import { readEdtf } from '../../schema/date.ts';

const MS_PER_DAY = 86_400_000;

/** A stretch of the drawing along its time axis, or across it. */
export interface Stretch {
  from: number;
  to: number;
}

/** The first day that is drawn and the day after the last, in days since 1 January 1970. */
export type Bounds = Stretch;

/** Where on the paper time runs, and the days that it covers. */
export interface Axis extends Stretch {
  bounds: Bounds;
}

export const startOfYear = (year: number) => Date.UTC(year, 0, 1) / MS_PER_DAY;

/** From the year of the first event that is not background to the day the record was brought up to. */
export function boundDays({ events, settings }: Pick<Archive, 'events' | 'settings'>): Bounds {
  const own = events.filter(({ data }) => !data.context);
  const lasts = own.map(({ data }) => readEdtf(data.date).end?.last ?? 0);
  const firstYear = Math.min(...own.map(({ data }) => yearOf(data.date)));
  return { from: startOfYear(firstYear), to: Math.max(readEdtf(settings.asOf).end?.last ?? 0, ...lasts) + 1 };
}

/** The place of a day, which may lie beyond the drawing. */
function placeDay({ from, to, bounds }: Axis, day: number): number {
  const part = (day - bounds.from) / (bounds.to - bounds.from);
  return from * (1 - part) + to * part;
}

/** Years with the place where each begins, as many as leave `room` between them. */
export function placeYears(axis: Axis, room: number): { year: number; at: number }[] {
  const { from, to, bounds } = axis;
  const step = Math.max(1, Math.ceil((room * (bounds.to - bounds.from)) / 365 / (to - from)));
  const firstYear = new Date(bounds.from * MS_PER_DAY).getUTCFullYear();
  const years: { year: number; at: number }[] = [];
  for (let year = Math.ceil(firstYear / step) * step; startOfYear(year) < bounds.to; year += step)
    if (startOfYear(year) >= bounds.from) years.push({ year, at: placeDay(axis, startOfYear(year)) });
  return years;
}

/** The stretch in which a date lies: from its first day to the end of its last; an open end runs to the edge. */
export function placeDate(edtf: string, axis: Axis): Stretch {
  const { bounds } = axis;
  const { start, end } = readEdtf(edtf);
  const inside = (day: number) => placeDay(axis, Math.min(Math.max(day, bounds.from), bounds.to));
  return { from: inside(start?.first ?? bounds.from), to: inside((end?.last ?? bounds.to) + 1) };
}
