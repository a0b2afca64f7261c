import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { evidenceListSchema } from './evidence.ts';
import { referenceTo } from './reference.ts';
import { proseSchema } from './text.ts';

export const eventKinds = [
  'decision', 'deadline', 'review', 'exchange', 'situation', 'support', 'assessment', 'press', 'scrutiny', 'law-and-guidance', 'publication',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventSchema = z.strictObject({
  title: proseSchema.describe('What happened, in one line, in our words'),
  date: edtfSchema,
  dateNote: proseSchema.optional().describe('How the date is known, where that needs saying'),
  kind: z.enum(eventKinds),
  context: z.boolean().default(false).describe('True where the event is background and not about these people'),
  bodies: z.array(referenceTo('body')).default([]),
  persons: z.array(referenceTo('person')).default([]),
  decisions: z.array(referenceTo('decision')).default([]),
  recommendations: z.array(referenceTo('recommendation')).default([]),
  quotes: z.array(referenceTo('quote')).default([]),
  themes: z.array(referenceTo('theme')).default([]),
  evidence: evidenceListSchema,
});
export type TimelineEvent = z.infer<typeof eventSchema>;
