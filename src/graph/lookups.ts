import type { Archive } from './archive.ts';
import { later } from './later.ts';

const finder = <T>(list: () => readonly T[], keysOf: (item: T) => Iterable<string>) => {
  const groups = later(() => {
    const made = new Map<string, T[]>();
    for (const item of list()) {
      for (const key of new Set(keysOf(item))) {
        const group = made.get(key);
        if (group) group.push(item);
        else made.set(key, [item]);
      }
    }
    return made;
  });
  return (key: string): readonly T[] => groups().get(key) ?? [];
};

/** What belongs to what, in the order of the archive, found without going through it. Each index is made when it is first needed. */
export function openLookups({ decisions, findings, recommendations, lineages, payments, quotes, events, texts, persons }: Archive) {
  const ofDecision = ({ decision }: { decision: string }) => [decision];
  const addressees = later(() => new Map(recommendations.map(({ id, data }) => [id, data.to])));
  const ofBody = {
    decisions: finder(
      () => decisions,
      ({ data }) => [data.decidedBy, ...data.statements.map(({ body }) => body)],
    ),
    findings: finder(
      () => findings,
      ({ data }) => [...data.bodies, ...data.replies.map(({ body }) => body)],
    ),
    recommendations: finder(
      () => recommendations,
      ({ data }) => data.to,
    ),
    lineages: finder(
      () => lineages,
      (lineage) => lineage.recommendations.flatMap((id) => addressees().get(id) ?? []),
    ),
    payments: finder(
      () => payments,
      ({ data }) => [data.payer],
    ),
    quotes: finder(
      () => quotes,
      ({ data }) => [...data.bodies, ...(data.speaker.body === undefined ? [] : [data.speaker.body])],
    ),
    events: finder(
      () => events,
      ({ data }) => data.bodies,
    ),
  };
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
    /** Whatever has to do with a body, and nothing else. */
    aboutBody: (body: string) => ({
      decisions: ofBody.decisions(body),
      findings: ofBody.findings(body),
      recommendations: ofBody.recommendations(body),
      lineages: ofBody.lineages(body),
      payments: ofBody.payments(body),
      quotes: ofBody.quotes(body),
      events: ofBody.events(body),
    }),
    recommendationsFoundOpenBy: finder(
      () => recommendations,
      ({ data }) => data.foundNotCarriedOutBy,
    ),
  };
}
