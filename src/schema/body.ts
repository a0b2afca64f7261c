import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { evidenceListSchema } from './evidence.ts';
import { referenceTo } from './reference.ts';
import { proseSchema, verbatimSchema } from './text.ts';

export const bodyRoles = ['ombudsman', 'council', 'nhs-trust', 'nhs-commissioner', 'national-body', 'committee'] as const;

export const bodySchema = z
  .strictObject({
    name: verbatimSchema.describe('The full name'),
    short: verbatimSchema.describe('The name used in running text: "the Council"'),
    variants: z.array(verbatimSchema).default([]).describe('Other spellings, for search'),
    role: z.enum(bodyRoles).describe('What kind of organisation it is'),
    duty: z.enum(['duty-holder', 'provider', 'none']).describe('Under section 117(2): named there, providing on behalf, or neither'),
    summary: proseSchema.describe('What it is and its part in the case'),
    from: edtfSchema.optional().describe('When it began, where that matters here'),
    to: edtfSchema.optional().describe('When it ended, where it did'),
    succeeds: z
      .array(
        z.strictObject({
          body: referenceTo('body').describe('The body before it'),
          date: edtfSchema.describe('When it took over'),
          evidence: evidenceListSchema,
        }),
      )
      .default([])
      .describe('The bodies whose duties it took over'),
    identifiers: z
      .array(
        z.strictObject({
          scheme: verbatimSchema.describe('The register: "ODS code", "GSS code"'),
          value: verbatimSchema.describe('The code in it'),
          verified: z.boolean().describe('True where the register itself was looked at'),
          evidence: evidenceListSchema.optional(),
        }),
      )
      .default([])
      .describe('Its codes in public registers'),
    evidence: evidenceListSchema,
  })
  .describe('An organisation: it owes a duty, provides, commissions or decides');
export type Body = z.infer<typeof bodySchema>;
