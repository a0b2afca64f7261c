import { z } from 'zod';
import { tierSchema } from './evidence.ts';
import { edtfSchema } from './date.ts';
import { quoteSchema } from './quote.ts';
import { idSchema, proseSchema, statementReferenceSchema, verbatimSchema, webAddressSchema } from './text.ts';

const nameSchema = z.union([
  z.strictObject({ literal: verbatimSchema.describe('The name of an organisation, or a name as it stands') }),
  z.strictObject({ family: verbatimSchema.describe('The family name'), given: verbatimSchema.optional().describe('The given names') }),
]);
const dateSchema = z.strictObject({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).length(1) });

/** The shelves on which sources stand. */
export const sourceGroups = ['decision', 'law', 'guidance', 'article', 'literature', 'press', 'inspection', 'web'] as const;

/** What Upheld knows beyond CSL; CSL-JSON leaves `custom` to its users. */
const customSchema = z.strictObject({
  short: verbatimSchema.describe('The name used in running text'),
  group: z.enum(sourceGroups).describe('The shelf it stands on'),
  tier: tierSchema,
  about: proseSchema.describe('What it is'),
  read: z.enum(['whole', 'part', 'listing', 'secondhand', 'not-read']).describe('How much of it was read'),
  readNote: proseSchema.optional().describe('Which part, in which copy'),
  held: z
    .strictObject({
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, 'Give 64 hexadecimal digits')
        .describe('Its digest'),
      on: z.union([z.literal('unknown'), edtfSchema]).describe('When it was taken'),
      published: z.boolean().describe('True where its licence lets it be published'),
    })
    .optional()
    .describe('The copy that the editor holds'),
  outcome: verbatimSchema.optional().describe('Of another decision: its outcome as seen'),
  statement: statementReferenceSchema.optional().describe('Of a decision: the reference of the page'),
  quotes: z.array(quoteSchema).default([]).describe('Quotations that belong to no decision'),
});

/** A source as a CSL-JSON item, the form in which Zotero exports it. */
export const sourceSchema = z
  .strictObject({
    id: idSchema.describe('Minted once'),
    type: z
      .enum(['report', 'post-weblog', 'book', 'chapter', 'legislation', 'webpage', 'article-newspaper', 'legal_case'])
      .describe('The kind of document, as CSL names it'),
    title: verbatimSchema.describe('Its title, exactly'),
    genre: verbatimSchema.optional().describe('What it calls itself: "Decision statement"'),
    author: z.array(nameSchema).optional().describe('Who wrote it; left out where nobody is named'),
    editor: z.array(nameSchema).optional().describe('Who edited it'),
    number: verbatimSchema.optional().describe('Its reference or number'),
    version: verbatimSchema.optional().describe('Which version or edition'),
    'container-title': verbatimSchema.optional().describe('The book, paper or site that it is part of'),
    publisher: verbatimSchema.optional().describe('Who published it'),
    'publisher-place': verbatimSchema.optional().describe('Where that is'),
    page: verbatimSchema.optional().describe('The pages'),
    issued: dateSchema.optional().describe('When it was published: [[2023, 11, 5]], or less where less is known'),
    URL: webAddressSchema.optional().describe('Its address on the web'),
    note: verbatimSchema.optional().describe('What a bibliography should say beside it'),
    custom: customSchema.describe('What this archive knows beyond CSL'),
  })
  .describe('A source as a CSL-JSON item, the form in which Zotero exports it');
export type Source = z.infer<typeof sourceSchema>;
