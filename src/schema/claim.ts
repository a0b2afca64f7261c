import { z } from 'zod';
import { exactlyOne } from './describe.ts';
import { referenceTo } from './reference.ts';
import { idSchema, penceSchema, proseSchema, verbatimSchema } from './text.ts';

const sumSchema = z.strictObject({
  decisions: z.array(referenceTo('decision')).optional().describe('The decisions whose payments are added up; all where left out'),
  payer: referenceTo('body').optional().describe('Only what this body is to pay'),
  payee: referenceTo('person').optional().describe('Only what this person is to get'),
  reading: z
    .strictObject({ decision: referenceTo('decision').describe('The decision'), id: idSchema.describe('One of its paymentReadings') })
    .optional()
    .describe('Only one reading of a decision that can be read in more than one way'),
});
const spanSchema = z.strictObject({
  from: referenceTo('event').describe('The first day is this event’s'),
  to: referenceTo('event').describe('The last day is this event’s'),
});

export const claimSchema = z
  .strictObject({
    title: proseSchema.describe('What is claimed, in a few words'),
    source: referenceTo('source').describe('Who claims it'),
    at: verbatimSchema.optional().describe('Where in the source'),
    quote: referenceTo('quote').optional().describe('The words of the claim, where they are quoted'),
    says: z
      .union([
        z.strictObject({ pence: penceSchema.describe('A sum, in pence') }),
        z.strictObject({ fewerDaysThan: z.int().positive().describe('A length of time: fewer days than this') }),
      ])
      .describe('The figure claimed'),
    tests: z
      .array(
        z
          .strictObject({
            label: proseSchema.describe('What is computed'),
            sum: sumSchema.optional().describe('A sum of payments'),
            days: spanSchema.optional().describe('The days from one event to another'),
            fits: z.boolean().describe('Whether the editor expects the claim to fit; the build fails where it is otherwise'),
          })
          .refine((test) => (test.sum === undefined) !== (test.days === undefined), 'Give either sum or days')
          .meta(exactlyOne('sum', 'days')),
      )
      .min(1)
      .describe('What the record gives for it; computed at every build'),
    view: proseSchema.describe('What we take from it, in our words'),
  })
  .describe('A figure or statement made elsewhere that the build recomputes');
export type Claim = z.infer<typeof claimSchema>;
