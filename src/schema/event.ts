import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { evidenceListSchema } from './evidence.ts';
import { referenceTo } from './reference.ts';
import { proseSchema } from './text.ts';

export const eventKinds = [
  'decision',
  'deadline',
  'review',
  'exchange',
  'situation',
  'support',
  'assessment',
  'press',
  'scrutiny',
  'law-and-guidance',
  'publication',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventSchema = z
  .strictObject({
    title: proseSchema.describe('What happened, in one line, in our words'),
    date: edtfSchema.describe('When it happened, as precisely as is known and no more'),
    dateNote: proseSchema.optional().describe('How the date is known, where that needs saying'),
    kind: z.enum(eventKinds).describe('What kind of moment it is'),
    context: z.boolean().default(false).describe('True where the event is background and not about these people'),
    bodies: z.array(referenceTo('body')).default([]).describe('The bodies that took part'),
    persons: z.array(referenceTo('person')).default([]).describe('The persons it is about'),
    decisions: z.array(referenceTo('decision')).default([]).describe('The decisions it belongs to'),
    recommendations: z.array(referenceTo('recommendation')).default([]).describe('The recommendations it is a step of'),
    quotes: z.array(referenceTo('quote')).default([]).describe('Words that tell of it'),
    themes: z.array(referenceTo('theme')).default([]).describe('The matters it bears on'),
    evidence: evidenceListSchema,
  })
  .describe('A dated moment or span on the timeline');
export type TimelineEvent = z.infer<typeof eventSchema>;
