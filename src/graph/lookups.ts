import type { Archive } from './archive.ts';
import { finder } from './finder.ts';

/** What belongs to what, in the order of the archive, found without going through it. Each index is made when it is first needed. */
export function openLookups({ decisions, findings, recommendations, payments, quotes, events, texts, persons }: Archive) {
  const ofDecision = ({ decision }: { decision: string }) => [decision];
  return {
    findingsOf: finder(() => findings, ofDecision),
    recommendationsOf: finder(() => recommendations, ofDecision),
    paymentsOf: finder(() => payments, ofDecision),
    textsOf: finder(() => texts, ofDecision),
    eventsOf: finder(
      () => events,
      ({ data }) => data.decisions,
    ),
    personsOfFamily: finder(
      () => persons,
      ({ family }) => [family],
    ),
    decisionsOfFamily: finder(
      () => decisions,
      ({ data }) => (data.family === undefined ? [] : [data.family]),
    ),
    /** By the id of the decision or source. */
    quotesOf: finder(
      () => quotes,
      ({ owner }) => [owner.id],
    ),
    /** Quotations of a source, printed in it, or looked for there. */
    quotesAbout: finder(
      () => quotes,
      ({ owner, data, checks }) => [
        ...(owner.kind === 'source' ? [owner.id] : []),
        ...data.evidence.map(({ source }) => source),
        ...checks.map(({ source }) => source),
      ],
    ),
    /** The decisions that a source is a statement of. */
    decisionsStatedIn: finder(
      () => decisions,
      ({ data }) => data.statements.flatMap(({ source }) => source ?? []),
    ),
    textsStatedIn: finder(
      () => texts,
      ({ data }) => data.statements.map(({ source }) => source),
    ),
    recommendationsThatRepeat: finder(
      () => recommendations,
      ({ data }) => (data.repeats === undefined ? [] : [data.repeats]),
    ),
    recommendationsFoundOpenBy: finder(
      () => recommendations,
      ({ data }) => data.foundNotCarriedOutBy,
    ),
  };
}
