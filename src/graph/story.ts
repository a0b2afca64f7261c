import type { Archive, Entry, Lineage } from './archive.ts';
import { type Interval, measureInterval } from './interval.ts';
import { type Total, totalPayments } from './money.ts';
import { findStanding, type Standing } from './standing.ts';

/** One decision of a story, and what it asked. */
interface Chapter {
  decision: Entry<'decision'>;
  /** From the decision before it; undefined for the first. */
  sincePrevious: Interval | undefined;
  /** Lineages to which this decision added a recommendation, those made more than once first. */
  asked: { lineage: Lineage; recommendation: string; again: boolean }[];
}

/** What one family's decisions come to, all of it computed. */
export interface Story {
  family: Entry<'family'>;
  chapters: Chapter[];
  firstToLast: Interval;
  payments: Total[];
  /** Lineages that more than one decision made, with where they stand. */
  repeated: { lineage: Lineage; standing: Standing }[];
  /** How many lineages stand in each way. */
  known: { done: number; notDone: number; unknown: number };
}

const isDone = ({ state }: Standing) => state === 'done' || state === 'done-late';
const isNotDone = ({ state }: Standing) => state === 'not-done' || state === 'part-done';

function buildChapter(archive: Archive, decision: Entry<'decision'>, previous: Entry<'decision'> | undefined): Chapter {
  const asked = archive.lineages.flatMap((lineage) => {
    const recommendation = lineage.recommendations.find((id) => id.startsWith(`${decision.id}/`));
    return recommendation ? [{ lineage, recommendation, again: lineage.recommendations[0] !== recommendation }] : [];
  });
  return {
    decision,
    sincePrevious: previous && measureInterval(previous.data.date, decision.data.date),
    asked: asked.toSorted((a, b) => b.lineage.recommendations.length - a.lineage.recommendations.length),
  };
}

/** The story of one family, or undefined where the archive holds no decision of it. */
export function buildStory(archive: Archive, family: Entry<'family'>): Story | undefined {
  const decisions = archive.decisions.filter(({ data }) => data.family === family.id);
  const [first, last] = [decisions[0], decisions.at(-1)];
  if (!first || !last) return undefined;
  const ids = decisions.map(({ id }) => id);
  const lineages = archive.lineages.filter(({ id }) => ids.some((decision) => id.startsWith(`${decision}/`)));
  const standings = lineages.map((lineage) => ({ lineage, standing: findStanding(lineage) }));
  return {
    family,
    chapters: decisions.map((decision, index) => buildChapter(archive, decision, decisions[index - 1])),
    firstToLast: measureInterval(first.data.date, last.data.date),
    payments: totalPayments(archive.payments, { decisions: ids }),
    repeated: standings.filter(({ lineage }) => lineage.recommendations.length > 1),
    known: {
      done: standings.filter(({ standing }) => isDone(standing)).length,
      notDone: standings.filter(({ standing }) => isNotDone(standing)).length,
      unknown: standings.filter(({ standing }) => !isDone(standing) && !isNotDone(standing)).length,
    },
  };
}
