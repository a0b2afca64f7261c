import type { Lists, OwnedEntry } from './archive.ts';
import type { Finding, Recommendation } from '../schema/decision.ts';

/** What passed between one decision and the others of its family. */
export interface Passages {
  /** Earlier recommendations that this decision made again, or found not carried out. */
  before: Passage[];
  /** What later decisions did with this decision's recommendations. */
  after: Passage[];
}

/** A recommendation, and how a later decision took it up. */
export interface Passage {
  recommendation: OwnedEntry<Recommendation>;
  /** The later recommendation that makes it again. */
  repeatedBy: OwnedEntry<Recommendation> | undefined;
  /** Findings of the later decision that it was not carried out. */
  findings: OwnedEntry<Finding>[];
  /** The later decision. */
  decision: string;
}

type Held = Lists<'recommendations' | 'findings'>;

function passagesOf(archive: Held, recommendation: OwnedEntry<Recommendation>): Passage[] {
  const repeatedBy = archive.recommendations.filter(({ data }) => data.repeats === recommendation.id);
  const findings = archive.findings.filter(({ id }) => recommendation.data.foundNotCarriedOutBy.includes(id));
  const later = new Set([...repeatedBy, ...findings].map(({ decision }) => decision));
  return [...later].map((decision) => ({
    recommendation,
    decision,
    repeatedBy: repeatedBy.find((row) => row.decision === decision),
    findings: findings.filter((finding) => finding.decision === decision),
  }));
}

/** Links a decision backward and forward along the chain of its family. */
export function findPassages(archive: Held, decision: string): Passages {
  const all = archive.recommendations.flatMap((recommendation) => passagesOf(archive, recommendation));
  return {
    before: all.filter((passage) => passage.decision === decision),
    after: all.filter((passage) => passage.recommendation.decision === decision),
  };
}
