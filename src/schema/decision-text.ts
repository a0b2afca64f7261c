import { z } from 'zod';
import { licenceSchema, sha256Schema } from './capture.ts';
import { edtfSchema } from './date.ts';
import { referenceTo } from './reference.ts';
import { statementReferenceSchema, verbatimSchema } from './text.ts';

/** What a statement's page prints above its text, word for word. */
const printedSchema = z
  .strictObject({
    body: verbatimSchema.describe('The body, as the page names it'),
    category: verbatimSchema.optional().describe('The category'),
    outcome: verbatimSchema.optional().describe('The outcome'),
    date: verbatimSchema.optional().describe('The date'),
  })
  .describe('What the page prints above its text');

const heldStatementSchema = z.strictObject({
  ref: statementReferenceSchema.describe('The reference of the page'),
  source: referenceTo('source').describe('The page that the text was taken from'),
  sha256: sha256Schema.describe('Digest of the capture that the text was taken from'),
  on: edtfSchema.describe('The day on which it was brought in'),
  printed: printedSchema,
});

/** `decisions/<ref>/text.mdx`: the official text of a decision, whole. Its body is the ombudsman's, word for word. */
export const decisionTextSchema = z
  .strictObject({
    statements: z.array(heldStatementSchema).min(1).describe('The statements that have this text'),
    licence: licenceSchema.describe('The terms under which the text may be published; null keeps it out of the site'),
    leftOut: z.array(verbatimSchema).default([]).describe('What the page holds and the text does not: invisible characters, pictures'),
    numbers: z
      .record(z.string().regex(/^p-[0-9a-f]{8}$/, 'Give the address of a paragraph, as "p-954a1cc8"'), verbatimSchema)
      .default({})
      .describe('Official paragraph numbers by address, only where a person has checked them'),
  })
  .describe('The official text of a decision, word for word');
export type DecisionText = z.infer<typeof decisionTextSchema>;
