import type { Lists } from './archive.ts';

/** How much the archive holds of one decision. */
export interface DecisionCounts {
  findings: number;
  recommendations: number;
  quotes: number;
  events: number;
}

export function countRecords(
  { findings, recommendations, quotes, events }: Lists<'findings' | 'recommendations' | 'quotes' | 'events'>,
  id: string,
): DecisionCounts {
  const own = (rows: readonly { decision: string }[]) => rows.filter(({ decision }) => decision === id).length;
  return {
    findings: own(findings),
    recommendations: own(recommendations),
    quotes: quotes.filter(({ owner }) => owner.kind === 'decision' && owner.id === id).length,
    events: events.filter(({ data }) => data.decisions.includes(id)).length,
  };
}
