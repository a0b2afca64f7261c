import { z } from 'zod';
import { lawSchema } from './decision.ts';
import { evidenceListSchema } from './evidence.ts';
import { proseSchema } from './text.ts';

export const themeSchema = z.strictObject({
  label: proseSchema,
  definition: proseSchema.describe('In our words'),
  whose: proseSchema.optional().describe('Where the theme is an evaluation: whose'),
  law: z.array(lawSchema).default([]),
  evidence: evidenceListSchema,
});
export type Theme = z.infer<typeof themeSchema>;
