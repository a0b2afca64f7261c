import { z } from 'zod';
import { referenceTo } from './reference.ts';
import { penceSchema, proseSchema, verbatimSchema } from './text.ts';

const sumSchema = z.strictObject({
  decisions: z.array(referenceTo('decision')).optional().describe('All decisions where left out'),
  payer: referenceTo('body').optional(),
  payee: referenceTo('person').optional(),
  reading: z.strictObject({ decision: referenceTo('decision'), id: z.string() }).optional(),
});
const spanSchema = z.strictObject({ from: referenceTo('event'), to: referenceTo('event') });

export const claimSchema = z.strictObject({
  title: proseSchema,
  source: referenceTo('source').describe('Who claims it'),
  at: verbatimSchema.optional(),
  quote: referenceTo('quote').optional(),
  says: z
    .union([
      z.strictObject({ pence: penceSchema }),
      z.strictObject({ fewerDaysThan: z.int().positive() }),
    ])
    .describe('The figure claimed'),
  tests: z
    .array(
      z
        .strictObject({
          label: proseSchema.describe('What is computed'),
          sum: sumSchema.optional(),
          days: spanSchema.optional(),
          fits: z.boolean().describe('Whether the editor expects the claim to fit; the build fails where it is otherwise'),
        })
        .refine((test) => (test.sum === undefined) !== (test.days === undefined), 'Give either sum or days'),
    )
    .min(1),
  view: proseSchema,
});
export type Claim = z.infer<typeof claimSchema>;
