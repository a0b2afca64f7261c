import { z } from 'zod';
import { evidenceListSchema } from './evidence.ts';
import { passageSchema } from './passage.ts';
import { referenceTo } from './reference.ts';
import { proseSchema } from './text.ts';

export const conflictSchema = z
  .strictObject({
    title: proseSchema.describe('What the sources disagree about, in a few words'),
    positions: z
      .array(
        z.strictObject({
          text: proseSchema.describe('What this source says, in our words'),
          quote: referenceTo('quote').optional().describe('Its own words'),
          evidence: evidenceListSchema,
        }),
      )
      .min(2, 'A conflict has at least two sides')
      .describe('What each source says; at least two'),
    view: proseSchema.describe('What we take from it'),
    confidence: z.enum(['settled', 'likely', 'open']).describe('How sure the view is'),
    passages: z
      .array(
        passageSchema.refine(
          (passage) => !passage.conflict && !passage.correction,
          'No mark can stand there. Name the record that is in doubt',
        ),
      )
      .min(1)
      .describe('Where the mark stands that leads here'),
  })
  .describe('A matter on which two sources disagree, or a source contradicts itself');
export type Conflict = z.infer<typeof conflictSchema>;
