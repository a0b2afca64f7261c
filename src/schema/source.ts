import { z } from 'zod';
import { tierSchema } from './evidence.ts';
import { edtfSchema } from './date.ts';
import { quoteSchema } from './quote.ts';
import { idSchema, proseSchema, statementReferenceSchema, verbatimSchema, webAddressSchema } from './text.ts';

const nameSchema = z.union([
  z.strictObject({ literal: verbatimSchema }),
  z.strictObject({ family: verbatimSchema, given: verbatimSchema.optional() }),
]);
const dateSchema = z.strictObject({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).length(1) });

/** The shelves on which sources stand. */
export const sourceGroups = ['decision', 'law', 'guidance', 'article', 'literature', 'press', 'inspection', 'web'] as const;

/** What Upheld knows beyond CSL; CSL-JSON leaves `custom` to its users. */
const customSchema = z.strictObject({
  short: verbatimSchema.describe('The name used in running text'),
  group: z.enum(sourceGroups),
  tier: tierSchema,
  about: proseSchema.describe('What it is'),
  read: z.enum(['whole', 'part', 'listing', 'secondhand', 'not-read']).describe('How much of it was read'),
  readNote: proseSchema.optional().describe('Which part, in which copy'),
  held: z
    .strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), on: z.union([z.literal('unknown'), edtfSchema]), published: z.boolean() })
    .optional()
    .describe('The copy that the editor holds'),
  outcome: verbatimSchema.optional().describe('Of another decision: its outcome as seen'),
  statement: statementReferenceSchema.optional().describe('Of a decision: the reference of the page'),
  quotes: z.array(quoteSchema).default([]).describe('Quotations that belong to no decision'),
});

/** A source as a CSL-JSON item, the form in which Zotero exports it. */
export const sourceSchema = z.strictObject({
  id: idSchema,
  type: z.enum(['report', 'post-weblog', 'book', 'chapter', 'legislation', 'webpage', 'article-newspaper', 'legal_case']),
  title: verbatimSchema,
  genre: verbatimSchema.optional(),
  author: z.array(nameSchema).optional(),
  editor: z.array(nameSchema).optional(),
  number: verbatimSchema.optional(),
  version: verbatimSchema.optional(),
  'container-title': verbatimSchema.optional(),
  publisher: verbatimSchema.optional(),
  'publisher-place': verbatimSchema.optional(),
  page: verbatimSchema.optional(),
  issued: dateSchema.optional(),
  URL: webAddressSchema.optional(),
  note: verbatimSchema.optional(),
  custom: customSchema,
});
export type Source = z.infer<typeof sourceSchema>;
