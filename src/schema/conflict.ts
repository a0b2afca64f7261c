import { z } from 'zod';
import { evidenceListSchema } from './evidence.ts';
import { passageSchema } from './passage.ts';
import { referenceTo } from './reference.ts';
import { proseSchema } from './text.ts';

export const conflictSchema = z.strictObject({
  title: proseSchema,
  positions: z
    .array(z.strictObject({ text: proseSchema.describe('What this source says, in our words'), quote: referenceTo('quote').optional(), evidence: evidenceListSchema }))
    .min(2, 'A conflict has at least two sides'),
  view: proseSchema.describe('What we take from it'),
  confidence: z.enum(['settled', 'likely', 'open']).describe('How sure the view is'),
  passages: z.array(passageSchema).min(1).describe('Where the mark stands that leads here'),
});
export type Conflict = z.infer<typeof conflictSchema>;
