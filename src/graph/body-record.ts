import type { z } from 'zod';
import type { Finding, Payment, replySchema, statementSchema } from '../schema/decision.ts';
import type { Entry, Lineage, LineageStep, Lists, OwnedEntry, QuoteEntry } from './archive.ts';

/** A finding about a body, or one to which it replied, with what it said. */
export interface BodyFinding {
  finding: OwnedEntry<Finding>;
  /** False where the finding is about others and the body only spoke to it. */
  concerned: boolean;
  replies: z.infer<typeof replySchema>[];
}

/** A recommendation addressed to a body, through every decision that made it to this body. */
export interface BodyRecommendation {
  lineage: Lineage;
  /** The recommendations of the lineage that are addressed to it, first made first. */
  made: string[];
  /** The states that are the body’s, by date. */
  steps: LineageStep[];
}

/** All that the archive holds of one body. */
export interface BodyRecord {
  decided: Entry<'decision'>[];
  statements: { decision: Entry<'decision'>; statement: z.infer<typeof statementSchema> }[];
  findings: BodyFinding[];
  recommendations: BodyRecommendation[];
  payments: OwnedEntry<Payment>[];
  quotesBy: QuoteEntry[];
  quotesAbout: QuoteEntry[];
  events: Entry<'event'>[];
}

type Held = Lists<'decisions' | 'findings' | 'recommendations' | 'lineages' | 'payments' | 'quotes' | 'events'>;

function listFindings({ findings }: Held, id: string): BodyFinding[] {
  return findings
    .map((finding) => ({
      finding,
      concerned: finding.data.bodies.includes(id),
      replies: finding.data.replies.filter(({ body }) => body === id),
    }))
    .filter(({ concerned, replies }) => concerned || replies.length > 0);
}

function listRecommendations({ lineages, recommendations }: Held, id: string): BodyRecommendation[] {
  const addressed = new Set(recommendations.filter(({ data }) => data.to.includes(id)).map((row) => row.id));
  return lineages
    .map((lineage) => ({
      lineage,
      made: lineage.recommendations.filter((recommendation) => addressed.has(recommendation)),
      steps: lineage.steps.filter(({ recommendation, state }) => addressed.has(recommendation) && (state.bodies?.includes(id) ?? true)),
    }))
    .filter(({ made }) => made.length > 0);
}

/** Gathers what was decided, found, said, recommended and quoted of one body, each in the order of the archive. */
export function buildBodyRecord(archive: Held, id: string): BodyRecord {
  const { decisions, payments, quotes, events } = archive;
  return {
    decided: decisions.filter(({ data }) => data.decidedBy === id),
    statements: decisions.flatMap((decision) =>
      decision.data.statements.filter(({ body }) => body === id).map((statement) => ({ decision, statement })),
    ),
    findings: listFindings(archive, id),
    recommendations: listRecommendations(archive, id),
    payments: payments.filter(({ data }) => data.payer === id),
    quotesBy: quotes.filter(({ data }) => data.speaker.body === id),
    quotesAbout: quotes.filter(({ data }) => data.bodies.includes(id) && data.speaker.body !== id),
    events: events.filter(({ data }) => data.bodies.includes(id)),
  };
}
