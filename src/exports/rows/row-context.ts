import type { Segment } from '../../compile/segments.ts';
import type { Archive } from '../../graph/archive.ts';
import { type Certainty, certaintyOf } from '../../graph/date-text.ts';
import { keyOf } from '../../graph/targets.ts';
import { readEdtf } from '../../schema/date.ts';
import { type Evidence, type Tier, tiers } from '../../schema/evidence.ts';
import type { TargetKind } from '../../schema/reference.ts';
import { openProse } from '../prose-text.ts';
import { type Publication, toAddress } from '../publication.ts';

const MS_PER_DAY = 86_400_000;
const toDay = (dayNumber: number) => new Date(dayNumber * MS_PER_DAY).toISOString().slice(0, 10);

export interface DateRow {
  date: string;
  dateFirst: string | null;
  dateLast: string | null;
  dateCertainty: Certainty;
}

export const toDateRow = (edtf: string): DateRow => {
  const { start, end } = readEdtf(edtf);
  return { date: edtf, dateFirst: start && toDay(start.first), dateLast: end && toDay(end.last), dateCertainty: certaintyOf(edtf) };
};

export const toMaybeDateRow = (edtf: string | undefined) =>
  edtf === undefined ? { date: null, dateFirst: null, dateLast: null, dateCertainty: null } : toDateRow(edtf);

/** An archive and its address, with what the rows of every kind need of them. */
export interface RowContext {
  archive: Archive;
  own: (kind: TargetKind, id: string) => { id: string; address: string };
  fact: (evidence: readonly Evidence[]) => {
    tier: Tier;
    sources: string[];
    evidence: { source: string; at: string | null; tier: Tier; note: string | null }[];
  };
  conflicts: (kind: TargetKind, id: string) => { conflicts: string[] };
  prose: (segments: readonly Segment[], within?: string | undefined) => { text: string | null };
}

export function openRows(archive: Archive, publication: Publication): RowContext {
  const tierOf = new Map(archive.sources.map(({ id, data }) => [id, data.custom.tier]));
  const tierOfEvidence = ({ source, tier }: Evidence): Tier => tier ?? tierOf.get(source) ?? 'derived';
  const write = openProse(archive);
  return {
    archive,
    own: (kind, id) => ({ id, address: toAddress(publication, archive.urlOf(kind, id)) }),
    fact: (evidence) => {
      const rows = evidence.map((item) => ({
        source: item.source,
        at: item.at ?? null,
        tier: tierOfEvidence(item),
        note: item.note ?? null,
      }));
      const tier = tiers.find((one) => rows.some((row) => row.tier === one)) ?? 'derived';
      return { tier, sources: [...new Set(rows.map(({ source }) => source))], evidence: rows };
    },
    conflicts: (kind, id) => ({ conflicts: (archive.conflictsByTarget.get(keyOf(kind, id)) ?? []).map((conflict) => conflict.id) }),
    prose: (segments, within) => ({ text: write(segments, within) || null }),
  };
}
