import { z } from 'zod';
import { evidenceListSchema } from './evidence.ts';
import { proseSchema, verbatimSchema } from './text.ts';

export const termSchema = z
  .strictObject({
    term: verbatimSchema.describe('The word or words'),
    definition: proseSchema.describe('One or two plain sentences'),
    variants: z.array(verbatimSchema).default([]).describe('Other spellings that search treats as the same'),
    evidence: evidenceListSchema,
  })
  .describe('A word explained in place and in the glossary');
export type Term = z.infer<typeof termSchema>;
