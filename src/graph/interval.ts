import { type FuzzyDate, readEdtf } from '../schema/date.ts';

/** Days from one date to a later one: the fewest and the most that the dates allow (`null`: no end is known). */
export interface Interval {
  fewest: number;
  most: number | null;
  /** True where a date is marked approximate or uncertain. */
  doubtful: boolean;
}

const isDoubtful = (date: FuzzyDate) => Boolean(date.start?.qualifier || date.end?.qualifier);

/** Days from `from` to `to`. Each happened at some time between its first and last day. */
export function measureInterval(from: string, to: string): Interval {
  const [a, b] = [readEdtf(from), readEdtf(to)];
  const [earliest, latest] = [a.start?.first, a.end?.last];
  const fewest = latest === undefined || !b.start ? 0 : Math.max(0, b.start.first - latest);
  const most = earliest === undefined || !b.end ? null : Math.max(0, b.end.last - earliest);
  return { fewest, most, doubtful: isDoubtful(a) || isDoubtful(b) };
}

const inDays = (days: number) => `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`;

/** `1,017 days`, `about 851 days`, or `at least 547 days` where a date is not known to the day. */
export function formatInterval({ fewest, most, doubtful }: Interval): string {
  if (fewest === most) return doubtful ? `about ${inDays(fewest)}` : inDays(fewest);
  if (fewest === 0) return most === null ? 'an unknown number of days' : `at most ${inDays(most)}`;
  return `at least ${inDays(fewest)}`;
}

/** Orders dates by their first day, then their last; an open start comes first. */
export function compareDates(a: string, b: string): number {
  const [x, y] = [readEdtf(a), readEdtf(b)];
  const first = (date: FuzzyDate) => date.start?.first ?? Number.NEGATIVE_INFINITY;
  const last = (date: FuzzyDate) => date.end?.last ?? Number.POSITIVE_INFINITY;
  return first(x) - first(y) || last(x) - last(y) || 0;
}
