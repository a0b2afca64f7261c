import type { Finding, Recommendation } from '../schema/decision.ts';
import type { Archive, Entry, OwnedEntry, QuoteEntry } from './archive.ts';
import { type OwnedQuotes, groupByOwner } from './quote-facets.ts';

/** What one decision has on a theme. */
export interface ThemePassages {
  decision: Entry<'decision'>;
  findings: OwnedEntry<Finding>[];
  recommendations: OwnedEntry<Recommendation>[];
  quotes: QuoteEntry[];
}

/** Where a theme recurs. */
export interface ThemeRecord {
  /** Decisions with at least one passage, by date. */
  passages: ThemePassages[];
  /** Quotations that belong to no decision, by source. */
  otherQuotes: OwnedQuotes[];
  events: Entry<'event'>[];
  essays: Entry<'essay'>[];
}

/** Gathers the passages of a theme across decisions, and what else is about it. */
export function buildThemeRecord(
  archive: Pick<Archive, 'decisions' | 'findings' | 'recommendations' | 'quotes' | 'events' | 'essays'>,
  id: string,
): ThemeRecord {
  const about = <T extends { data: { themes: readonly string[] } }>(rows: readonly T[]) =>
    rows.filter(({ data }) => data.themes.includes(id));
  const [findings, recommendations, quotes] = [about(archive.findings), about(archive.recommendations), about(archive.quotes)];
  const findingsByDecision = Map.groupBy(findings, ({ decision }) => decision);
  const recommendationsByDecision = Map.groupBy(recommendations, ({ decision }) => decision);
  const quotesByDecision = Map.groupBy(
    quotes.filter(({ owner }) => owner.kind === 'decision'),
    ({ owner }) => owner.id,
  );
  const passages = archive.decisions.map((decision) => ({
    decision,
    findings: findingsByDecision.get(decision.id) ?? [],
    recommendations: recommendationsByDecision.get(decision.id) ?? [],
    quotes: quotesByDecision.get(decision.id) ?? [],
  }));
  return {
    passages: passages.filter((passage) => passage.findings.length + passage.recommendations.length + passage.quotes.length > 0),
    otherQuotes: groupByOwner(quotes.filter(({ owner }) => owner.kind === 'source')),
    events: about(archive.events),
    essays: about(archive.essays),
  };
}

/** How many passages of each sort a theme has. */
export function countTheme({ passages, otherQuotes, events, essays }: ThemeRecord) {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    findings: sum(passages.map(({ findings }) => findings.length)),
    recommendations: sum(passages.map(({ recommendations }) => recommendations.length)),
    quotes: sum([...passages, ...otherQuotes].map(({ quotes }) => quotes.length)),
    events: events.length,
    essays: essays.length,
  };
}
