import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { passageSchema } from './passage.ts';
import { idSchema, proseSchema } from './text.ts';

export const correctionSchema = z
  .strictObject({
    title: proseSchema.describe('What was corrected, in a few words'),
    date: edtfSchema.describe('The day of the correction'),
    passages: z.array(passageSchema).min(1).describe('The records whose words changed'),
    paragraphs: z
      .array(idSchema)
      .default([])
      .describe('Where only paragraphs of their text changed: the addresses of those, as in p-954a1cc8'),
    was: proseSchema.describe('What we published before'),
    is: proseSchema.describe('What stands there now'),
    why: proseSchema.describe('Why it was changed'),
  })
  .describe('A change of substance to what we published, with its date');
export type Correction = z.infer<typeof correctionSchema>;
