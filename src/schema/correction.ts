import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { passageSchema } from './passage.ts';
import { proseSchema } from './text.ts';

export const correctionSchema = z.strictObject({
  title: proseSchema,
  date: edtfSchema,
  passages: z.array(passageSchema).min(1),
  was: proseSchema,
  is: proseSchema,
  why: proseSchema,
});
export type Correction = z.infer<typeof correctionSchema>;
