import { z } from 'zod';
import { lawSchema } from './decision.ts';
import { evidenceListSchema } from './evidence.ts';
import { proseSchema } from './text.ts';

export const themeSchema = z
  .strictObject({
    label: proseSchema.describe('Its name, in a few words'),
    definition: proseSchema.describe('What it is, in our words'),
    whose: proseSchema.optional().describe('Where the theme is an evaluation: whose'),
    law: z.array(lawSchema).default([]).describe('Law and guidance that bears on it'),
    evidence: evidenceListSchema,
  })
  .describe('A matter that recurs across decisions');
export type Theme = z.infer<typeof themeSchema>;
