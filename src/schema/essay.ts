import { z } from 'zod';
import { referenceTo } from './reference.ts';
import { proseSchema } from './text.ts';

export const essaySchema = z
  .strictObject({
    title: proseSchema.describe('The title'),
    summary: proseSchema.describe('What it is about, in a sentence or two'),
    order: z.int().positive().describe('Its place among the essays: 1, 2, 3'),
    themes: z.array(referenceTo('theme')).default([]).describe('The matters it bears on'),
    decisions: z.array(referenceTo('decision')).default([]).describe('The decisions it is about'),
  })
  .describe('An account of a matter across decisions, in our words and with citations');
export type Essay = z.infer<typeof essaySchema>;
