import { readEdtf } from '../schema/date.ts';
import type { Evidence } from '../schema/evidence.ts';
import type { Archive, Entry } from './archive.ts';
import { compareDates } from './interval.ts';

/** One body taking over from another. */
interface Handover {
  from: string;
  to: string;
  date: string;
  evidence: Evidence[];
}

/** A time between two handovers: who held the duties, and what happened. */
export interface Stage {
  /** The handovers with which it begins; none where it is the first. */
  handovers: Handover[];
  bodies: string[];
  events: { event: Entry<'event'>; /** True where it went on into the next stage. */ across: boolean }[];
}

const firstDay = (date: string) => (readEdtf(date).start ?? readEdtf(date).end)?.first ?? 0;
const lastDay = (date: string) => readEdtf(date).end?.last ?? Number.POSITIVE_INFINITY;

/** The handovers from a body's predecessors to it and from it to its successors, by date. */
function listHandovers(bodies: readonly Entry<'body'>[], id: string): Handover[] {
  return bodies
    .flatMap((body) => body.data.succeeds.map(({ body: from, date, evidence }) => ({ from, to: body.id, date, evidence })))
    .filter(({ from, to }) => from === id || to === id)
    .toSorted((a, b) => compareDates(a.date, b.date));
}

/** Who held the duties before each handover, and after the last. */
function listHolders(handovers: readonly Handover[]): string[][] {
  const all = [...new Set([...handovers.map(({ from }) => from), ...handovers.map(({ to }) => to)])];
  const dates = [...new Set(handovers.map(({ date }) => date))];
  const takenOver = (body: string) => handovers.find(({ to }) => to === body)?.date;
  const handedOver = (body: string) => handovers.findLast(({ from }) => from === body)?.date;
  return [...dates.keys(), dates.length].map((stage) =>
    all.filter((body) => {
      const [begin, end] = [takenOver(body), handedOver(body)];
      return (begin === undefined || dates.indexOf(begin) < stage) && (end === undefined || dates.indexOf(end) >= stage);
    }),
  );
}

/**
 * A body's succession, stage by stage: its predecessors, itself, its successors, and the events of all of them on the
 * side of each handover where they began. Empty where it neither succeeded nor was succeeded.
 */
export function buildSuccession({ bodies, events }: Pick<Archive, 'bodies' | 'events'>, id: string): Stage[] {
  const handovers = listHandovers(bodies, id);
  if (handovers.length === 0) return [];
  const dates = [...new Set(handovers.map(({ date }) => date))];
  const involved = new Set(handovers.flatMap(({ from, to }) => [from, to]));
  const concerned = events.filter(({ data }) => data.bodies.some((body) => involved.has(body)));
  const stageOf = (day: number) => dates.filter((date) => firstDay(date) <= day).length;
  return listHolders(handovers).map((holders, stage) => ({
    handovers: handovers.filter(({ date }) => date === dates[stage - 1]),
    bodies: holders,
    events: concerned
      .filter(({ data }) => stageOf(firstDay(data.date)) === stage)
      .map((event) => ({ event, across: stageOf(lastDay(event.data.date)) > stage })),
  }));
}
