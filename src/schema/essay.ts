import { z } from 'zod';
import { referenceTo } from './reference.ts';
import { proseSchema } from './text.ts';

export const essaySchema = z.strictObject({
  title: proseSchema,
  summary: proseSchema,
  order: z.int().positive(),
  themes: z.array(referenceTo('theme')).default([]),
  decisions: z.array(referenceTo('decision')).default([]),
});
export type Essay = z.infer<typeof essaySchema>;
