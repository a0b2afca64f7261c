import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { proseSchema, verbatimSchema, webAddressSchema } from './text.ts';

/** content/archive.json: what the archive is and who answers for it. */
export const settingsSchema = z
  .strictObject({
    title: verbatimSchema.describe('The name of the archive'),
    subject: proseSchema.describe('What it records, in one sentence'),
    publisher: verbatimSchema.nullable().describe('Who publishes it; null until somebody answers for it; release refuses'),
    contact: z.email().nullable().describe('Where corrections and takedown requests go; null until there is one'),
    contactUntil: z.iso
      .date('Give a whole day, as "2027-03-01"')
      .optional()
      .describe('The day until which somebody reads that address; security.txt needs it'),
    wordsLicence: z
      .strictObject({ name: verbatimSchema.describe('Its name'), address: webAddressSchema.describe('Its address on the web') })
      .nullable()
      .describe('The licence of our words; null until there is one'),
    cards: z
      .int()
      .min(0)
      .optional()
      .describe(
        'Decisions, events and quotations have share cards of their own while there are at most this many of each: 2000 if not said',
      ),
    asOf: edtfSchema.describe('The day up to which the record was brought; time outstanding is counted to it'),
  })
  .describe('What the archive is and who answers for it');
export type Settings = z.infer<typeof settingsSchema>;
