import { bodyRoles } from '../schema/body.ts';
import type { Entry } from './archive.ts';
import { yearOf } from './date-text.ts';
import { type Interval, measureInterval } from './interval.ts';
import { findNeighbours } from './neighbours.ts';

type TimelineEntry = Entry<'event'>;

/** An event in a list, and the days to the next one listed where at least one is certain. */
interface TimelineRow {
  event: TimelineEntry;
  gap: Interval | undefined;
}

interface TimelineYear {
  year: number;
  rows: TimelineRow[];
}

/** An event beside another one, and the days between the two where at least one is certain. */
interface Neighbour {
  event: TimelineEntry;
  gap: Interval | undefined;
}

/** One line of the overview: a body, or bodies that took over from one another, and the events that name them. */
export interface Lane {
  /** In order of succession; none in the lane of events that name no body. */
  bodies: string[];
  /** When each body after the first took over. */
  changes: string[];
  events: TimelineEntry[];
}

function measureGap(from: TimelineEntry, to: TimelineEntry | undefined): Interval | undefined {
  const gap = to && measureInterval(from.data.date, to.data.date);
  return gap && gap.fewest > 0 ? gap : undefined;
}

/** Events under the years in which they begin, each with the gap to the next event of the list. */
export function groupByYear(events: readonly TimelineEntry[]): TimelineYear[] {
  const years = [...Map.groupBy(events, ({ data }) => yearOf(data.date))].toSorted(([a], [b]) => a - b);
  const order = years.flatMap(([, own]) => own);
  const next = new Map(order.map((event, index) => [event.id, order[index + 1]]));
  return years.map(([year, own]) => ({ year, rows: own.map((event) => ({ event, gap: measureGap(event, next.get(event.id)) })) }));
}

/** The events before and after this one, with the time between. */
export function findEventNeighbours(
  events: readonly TimelineEntry[],
  event: TimelineEntry,
): { before: Neighbour | undefined; after: Neighbour | undefined } {
  const { before, after } = findNeighbours(events, event.id);
  return {
    before: before && { event: before, gap: measureGap(before, event) },
    after: after && { event: after, gap: measureGap(event, after) },
  };
}

/** How long a gap is felt to be: it decides how much room it gets. */
export function sizeOfGap({ fewest }: Interval): 'days' | 'weeks' | 'months' | 'years' {
  if (fewest < 14) return 'days';
  if (fewest < 90) return 'weeks';
  return fewest < 365 ? 'months' : 'years';
}

/** The body that this one alone took over from, where nobody else did. */
function predecessorOf(body: Entry<'body'>, bodies: readonly Entry<'body'>[]): string | undefined {
  const [only, ...others] = body.data.succeeds;
  const heirs = bodies.filter(({ data }) => data.succeeds.some((step) => step.body === only?.body));
  return others.length === 0 && heirs.length === 1 ? only?.body : undefined;
}

function chainFrom(first: Entry<'body'>, bodies: readonly Entry<'body'>[]): Entry<'body'>[] {
  const chain = [first];
  for (let last = first; ;) {
    const heir = bodies.find((body) => predecessorOf(body, bodies) === last.id);
    if (!heir || chain.includes(heir)) return chain;
    chain.push(heir);
    last = heir;
  }
}

/**
 * The lanes of the overview: bodies by role, then as given; a body that took over from another shares its lane.
 * Only events about the matter itself count; those that name no body come last, in a lane of their own.
 */
export function listLanes(events: readonly TimelineEntry[], bodies: readonly Entry<'body'>[]): Lane[] {
  const shown = events.filter(({ data }) => !data.context);
  const lanes = bodies
    .filter((body) => predecessorOf(body, bodies) === undefined)
    .toSorted((a, b) => bodyRoles.indexOf(a.data.role) - bodyRoles.indexOf(b.data.role))
    .map((first): Lane => {
      const chain = chainFrom(first, bodies);
      const ids = chain.map(({ id }) => id);
      return {
        bodies: ids,
        changes: chain.slice(1).flatMap(({ data }) => data.succeeds.map(({ date }) => date)),
        events: shown.filter(({ data }) => data.bodies.some((body) => ids.includes(body))),
      };
    });
  const unnamed: Lane = { bodies: [], changes: [], events: shown.filter(({ data }) => data.bodies.length === 0) };
  return [...lanes, unnamed].filter((lane) => lane.events.length > 0);
}
