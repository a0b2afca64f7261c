import { z } from 'zod';
import { evidenceListSchema } from './evidence.ts';
import { referenceTo } from './reference.ts';
import { idSchema, proseSchema, verbatimSchema } from './text.ts';

const personSchema = z.strictObject({
  id: idSchema.describe('Known elsewhere as <family>-<id>'),
  role: proseSchema.describe('Who this is in the decisions: "the father", and no more'),
  names: z
    .array(
      z.strictObject({
        decision: referenceTo('decision').describe('The decision'),
        name: verbatimSchema.describe('The letters it uses: "Mr X"'),
        evidence: evidenceListSchema,
      }),
    )
    .min(1)
    .describe('The pseudonym that each decision uses'),
});

export const familySchema = z
  .strictObject({
    title: proseSchema.describe('Who they are, in a few words and without names'),
    summary: proseSchema.describe('What joins these decisions'),
    persons: z.array(personSchema).min(1).describe('The people, with the letters of each decision'),
    basis: proseSchema.describe('How it is publicly known that the letters mean the same people'),
    warnings: z
      .array(z.strictObject({ text: proseSchema.describe('The warning, in our words'), evidence: evidenceListSchema.optional() }))
      .default([])
      .describe('Unrelated people with the same letters, and mistakes elsewhere'),
    evidence: evidenceListSchema,
  })
  .describe('A set of decisions about the same people');
export type Family = z.infer<typeof familySchema>;
