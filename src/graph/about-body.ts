import type { Archive } from './archive.ts';
import { finder } from './finder.ts';
import { later } from './later.ts';

/** Finds whatever has to do with a body and nothing else, each list in the order of the archive. */
export function openAboutBody({ decisions, findings, recommendations, lineages, payments, quotes, events }: Archive) {
  const addressees = later(() => new Map(recommendations.map(({ id, data }) => [id, data.to])));
  const find = {
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
  return (body: string) => ({
    decisions: find.decisions(body),
    findings: find.findings(body),
    recommendations: find.recommendations(body),
    lineages: find.lineages(body),
    payments: find.payments(body),
    quotes: find.quotes(body),
    events: find.events(body),
  });
}
