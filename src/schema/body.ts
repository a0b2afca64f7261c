import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { evidenceListSchema } from './evidence.ts';
import { referenceTo } from './reference.ts';
import { proseSchema, verbatimSchema } from './text.ts';

export const bodyRoles = ['ombudsman', 'council', 'nhs-trust', 'nhs-commissioner', 'national-body', 'committee'] as const;

export const bodySchema = z.strictObject({
  name: verbatimSchema.describe('The full name'),
  short: verbatimSchema.describe('The name used in running text: "the Council"'),
  variants: z.array(verbatimSchema).default([]).describe('Other spellings, for search'),
  role: z.enum(bodyRoles),
  duty: z.enum(['duty-holder', 'provider', 'none']).describe('Under section 117(2): named there, providing on behalf, or neither'),
  summary: proseSchema.describe('What it is and its part in the case'),
  from: edtfSchema.optional(),
  to: edtfSchema.optional(),
  succeeds: z
    .array(z.strictObject({ body: referenceTo('body'), date: edtfSchema, evidence: evidenceListSchema }))
    .default([])
    .describe('The bodies whose duties it took over'),
  identifiers: z
    .array(z.strictObject({ scheme: verbatimSchema, value: verbatimSchema, verified: z.boolean(), evidence: evidenceListSchema.optional() }))
    .default([]),
  evidence: evidenceListSchema,
});
export type Body = z.infer<typeof bodySchema>;
