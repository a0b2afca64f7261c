import { z } from 'zod';
import { certainties } from '../../graph/date-text.ts';
import { tiers } from '../../schema/evidence.ts';
import type { TargetKind } from '../../schema/reference.ts';

/** The fields of which every row is made. Each says what it holds; what is not known or does not apply is `null`. */
export const text = (about: string) => z.string().min(1).describe(about);
export const maybe = <T extends z.ZodType>(field: T) => z.nullable(field).describe(field.description ?? '');
export const flag = (about: string) => z.boolean().describe(about);
export const integer = (about: string) => z.int().describe(about);
export const code = <const T extends readonly [string, ...string[]]>(values: T, about: string) => z.enum(values).describe(about);
export const idOf = (refersTo: TargetKind, about: string) => z.string().min(1).meta({ refersTo }).describe(about);
export const idsOf = (refersTo: TargetKind, about: string) => z.array(z.string().min(1).meta({ refersTo })).describe(about);
export const own = (kind: string) => ({
  id: text(`The id of the ${kind}, minted once`),
  address: z.url().describe('Its one address'),
});

export const edtf = (about: string) =>
  text(`${about}, in EDTF: 2023-11 is some day in that month, ~ approximate, ? uncertain, .. an open end`);

const day = (about: string) => maybe(z.iso.date().describe(about));

/** A date as it is known, and the days between which it lies, for programs that sort or count. */
export const dateFields = (about: string) => ({
  date: edtf(about),
  dateFirst: day('The first day that the date can mean; null where the start is open'),
  dateLast: day('The last day that the date can mean; null where the end is open'),
  dateCertainty: code(certainties, 'How the date is known'),
});
export const maybeDateFields = (about: string) => {
  const { date, dateCertainty, ...bounds } = dateFields(about);
  return { date: maybe(date), ...bounds, dateCertainty: maybe(dateCertainty) };
};

export const evidenceRow = z.strictObject({
  source: idOf('source', 'The source'),
  at: maybe(text('Where in the source')),
  tier: code(tiers, 'How good this evidence is'),
  note: maybe(text('What a reader should know about it')),
});

/** What every fact carries: how good its evidence is, and where it stands. */
export const factFields = {
  tier: code(tiers, 'The best tier among its sources'),
  sources: idsOf('source', 'Its sources, each once'),
  evidence: z.array(evidenceRow).describe('Its sources in full, each with its place and tier'),
};

export const conflictField = { conflicts: idsOf('conflict', 'Conflicts of sources that concern it: read them before use') };
export const proseField = { text: maybe(text('Our account, as plain text; figures in it are computed from the records')) };
export const lawRow = z.strictObject({
  source: idOf('source', 'The law, guidance or decision'),
  at: maybe(text('Where in it')),
  why: text('What it has to do with this'),
});
