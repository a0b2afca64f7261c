import type { Payment } from '../schema/decision.ts';
import type { Archive, Entry, Lineage, LineageStep, OwnedEntry } from './archive.ts';
import { type Interval, measureInterval } from './interval.ts';
import { type Total, totalPayments } from './money.ts';
import { isRequest, type Standing } from './outstanding.ts';

/** One thing that a decision asked. */
interface Asked {
  lineage: Lineage;
  recommendation: string;
  /** True where an earlier decision had asked it. */
  again: boolean;
  /** The last that is known to have come of it before it was asked again; undefined where nothing is. */
  outcome: LineageStep | undefined;
}

/** One decision of a story, and what it asked. */
interface Chapter {
  decision: Entry<'decision'>;
  /** From the decision before it; undefined for the first. */
  sincePrevious: Interval | undefined;
  /** Lineages to which this decision added a recommendation, those made more than once first. */
  asked: Asked[];
}

/** What one family's decisions come to, all of it computed. */
export interface Story {
  family: Entry<'family'>;
  chapters: Chapter[];
  firstToLast: Interval;
  payments: Total;
  /** What was to be paid, row by row. */
  due: OwnedEntry<Payment>[];
  /** Lineages that more than one decision made. */
  repeated: Lineage[];
  /** How many lineages stand in each way. */
  known: { done: number; partDone: number; notDone: number; unknown: number };
}

const isDone = ({ state }: Standing) => state === 'done' || state === 'done-late';

function buildChapter(archive: Archive, decision: Entry<'decision'>, previous: Entry<'decision'> | undefined): Chapter {
  const asked = archive.lineages.flatMap((lineage) =>
    lineage.recommendations
      .filter((id) => id.startsWith(`${decision.id}/`))
      .map((recommendation) => ({
        lineage,
        recommendation,
        again: lineage.recommendations[0] !== recommendation,
        outcome: lineage.steps.findLast(
          (step) => step.recommendation === recommendation && !isRequest(step.state) && step.state.state !== 'unknown',
        ),
      })),
  );
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
  const due = archive.payments.filter(({ decision }) => ids.includes(decision));
  return {
    family,
    chapters: decisions.map((decision, index) => buildChapter(archive, decision, decisions[index - 1])),
    firstToLast: measureInterval(first.data.date, last.data.date),
    payments: totalPayments(due),
    due,
    repeated: lineages.filter(({ recommendations }) => recommendations.length > 1),
    known: {
      done: lineages.filter(({ standing }) => isDone(standing)).length,
      partDone: lineages.filter(({ standing }) => standing.state === 'part-done').length,
      notDone: lineages.filter(({ standing }) => standing.state === 'not-done').length,
      unknown: lineages.filter(({ standing }) => standing.state === 'unknown').length,
    },
  };
}
