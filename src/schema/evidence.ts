import { z } from 'zod';
import { usual } from './describe.ts';
import { referenceTo } from './reference.ts';
import { proseSchema, verbatimSchema } from './text.ts';

/** How good the evidence is, best first. */
export const tiers = ['official', 'secondary', 'press', 'tertiary', 'derived'] as const;
export const tierSchema = z.enum(tiers).describe('How good the evidence is, best first');
export type Tier = z.infer<typeof tierSchema>;

/** Where a fact comes from. Its tier is its source's, unless what stands there was derived. */
const evidenceSchema = z.strictObject({
  source: referenceTo('source').describe('The source, by its id in sources.json'),
  at: verbatimSchema.optional().describe('Where in the source: "summary", "complaint, item 3", "p 21"').meta(usual),
  tier: tierSchema.optional().describe('Only where it differs from the tier of the source'),
  note: proseSchema.optional().describe('What a reader should know about this piece of evidence'),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** No fact without a source. */
export const evidenceListSchema = z.array(evidenceSchema).min(1, 'Give at least one source').describe('Where this comes from');
