import { eventKinds } from '../schema/event.ts';
import type { Archive, Entry } from './archive.ts';
import { yearOf } from './date-text.ts';
import { FULL } from './list-parts.ts';

/** The ways in which the timeline is narrowed; each is a folder under `/timeline/`. */
const timelineFacetKinds = ['body', 'decision', 'kind'] as const;
export type TimelineFacetKind = (typeof timelineFacetKinds)[number];

/** One value of a facet and the events that have it, in the order of the timeline. */
export interface TimelineFacet {
  kind: TimelineFacetKind;
  value: string;
  events: Entry<'event'>[];
}

export const timelineFacetPath = (kind: TimelineFacetKind, value: string): string => `/timeline/${kind}/${value}/`;

type Timed = Pick<Archive, 'events' | 'bodies' | 'decisions'>;

function groupEvents(
  events: readonly Entry<'event'>[],
  valuesOf: (event: Entry<'event'>) => readonly string[],
): Map<string, Entry<'event'>[]> {
  const rows = events.flatMap((event) => [...new Set(valuesOf(event))].map((value) => ({ value, event })));
  return new Map([...Map.groupBy(rows, ({ value }) => value)].map(([value, own]) => [value, own.map(({ event }) => event)]));
}

/** Every value of one facet: of bodies and decisions also those without an event, which still have their page. */
export function listTimelineFacets({ events, bodies, decisions }: Timed, kind: TimelineFacetKind): TimelineFacet[] {
  switch (kind) {
    case 'body': {
      const eventsByBody = groupEvents(events, ({ data }) => data.bodies);
      return bodies.map(({ id }) => ({ kind, value: id, events: eventsByBody.get(id) ?? [] }));
    }
    case 'decision': {
      const eventsByDecision = groupEvents(events, ({ data }) => data.decisions);
      return decisions.map(({ id }) => ({ kind, value: id, events: eventsByDecision.get(id) ?? [] }));
    }
    case 'kind': {
      const eventsByKind = groupEvents(events, ({ data }) => [data.kind]);
      return eventKinds.flatMap((value) => {
        const own = eventsByKind.get(value);
        return own ? [{ kind, value, events: own }] : [];
      });
    }
  }
}

export const listAllTimelineFacets = (archive: Timed): TimelineFacet[] =>
  timelineFacetKinds.flatMap((kind) => listTimelineFacets(archive, kind));

/** The years of a facet that is too long for one page; none where its page holds it. */
export const listFacetYears = ({ events }: TimelineFacet): number[] =>
  events.length > FULL ? [...new Set(events.map(({ data }) => yearOf(data.date)))].toSorted((a, b) => a - b) : [];
