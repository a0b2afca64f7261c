import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { evidenceListSchema } from './evidence.ts';
import { quoteSchema } from './quote.ts';
import { referenceTo } from './reference.ts';
import { idSchema, penceSchema, proseSchema, referenceNumberSchema, statementReferenceSchema, verbatimSchema } from './text.ts';

export const outcomes = ['upheld', 'partly-upheld', 'not-upheld', 'fault-found', 'closed', 'unknown'] as const;

export const statementSchema = z.strictObject({
  ref: statementReferenceSchema.optional().describe('The reference of this page; left out where not known'),
  refInferred: z.boolean().default(false).describe('True where the letter was inferred and no page was seen'),
  body: referenceTo('body').describe('The body whose statement this is'),
  bodyInferred: z.boolean().default(false).describe('True where no page was seen that names the body'),
  outcome: z.enum(outcomes).describe("This body's outcome as the page prints it"),
  outcomeNote: proseSchema.optional().describe('Why the outcome is unknown, or what the page has instead'),
  category: verbatimSchema.optional().describe('The category as printed'),
  source: referenceTo('source').optional().describe('The page, where it was seen'),
});

const complaintSchema = z.strictObject({
  text: proseSchema.describe('One point of the complaint, in our words'),
  evidence: evidenceListSchema,
});

export const replySchema = z.strictObject({
  body: referenceTo('body').describe('The body that replied'),
  text: proseSchema.describe('What it said, in our words'),
  quotes: z.array(referenceTo('quote')).default([]).describe('Its words'),
  evidence: evidenceListSchema,
});

export const findingSchema = z.strictObject({
  id: idSchema.describe('Minted once; the address is #f-<id>'),
  text: proseSchema.describe('What the ombudsmen found, in our words'),
  bodies: z.array(referenceTo('body')).min(1).describe('The bodies the finding is about'),
  replies: z.array(replySchema).default([]).describe('What each body said, as far as known'),
  quotes: z.array(referenceTo('quote')).default([]).describe('The words of the finding'),
  themes: z.array(referenceTo('theme')).default([]).describe('The matters it bears on'),
  evidence: evidenceListSchema,
});
export type Finding = z.infer<typeof findingSchema>;

export const recommendationStates = ['recommended', 'agreed', 'done', 'done-late', 'part-done', 'not-done', 'unknown'] as const;
export type RecommendationState = (typeof recommendationStates)[number];

const stateSchema = z.strictObject({
  state: z.enum(recommendationStates).describe('What was known then; not-done only with a finding or an admission'),
  date: edtfSchema.optional().describe('When; left out only where nothing is known'),
  bodies: z.array(referenceTo('body')).optional().describe('Only where the state is not that of every body addressed'),
  finding: referenceTo('finding').optional().describe('The finding that says so'),
  admittedBy: referenceTo('body').optional().describe('The body that says so of itself'),
  text: proseSchema.describe('What is known, in our words'),
  evidence: evidenceListSchema,
});

export const recommendationSchema = z.strictObject({
  id: idSchema.describe('Minted once; the address is #r-<id>'),
  action: proseSchema.describe('What was to be done, in our words, beginning with a verb'),
  to: z.array(referenceTo('body')).min(1).describe('Who was to do it'),
  toNote: proseSchema.optional().describe('Where the source does not say which body'),
  due: z
    .strictObject({
      date: edtfSchema.optional().describe('The last day, where it can be told'),
      text: proseSchema.describe('The deadline in our words'),
      evidence: evidenceListSchema,
    })
    .optional()
    .describe('By when; left out where no deadline is in what was read'),
  repeats: referenceTo('recommendation').optional().describe('The earlier recommendation that this one makes again'),
  foundNotCarriedOutBy: z.array(referenceTo('finding')).default([]).describe('Findings of later decisions that it was not carried out'),
  quotes: z.array(referenceTo('quote')).default([]).describe('Its words'),
  themes: z.array(referenceTo('theme')).default([]).describe('The matters it bears on'),
  evidence: evidenceListSchema,
  history: z.array(stateSchema).min(1).describe('Dated states in order, each with its evidence'),
});
export type Recommendation = z.infer<typeof recommendationSchema>;

const paidSchema = z.strictObject({
  date: edtfSchema.optional().describe('When; left out where it is not known'),
  text: proseSchema.describe('What is known, in our words'),
  evidence: evidenceListSchema,
});

const paymentSchema = z.strictObject({
  id: idSchema.describe('Minted once'),
  payer: referenceTo('body').describe('Who was to pay'),
  payees: z.array(referenceTo('person')).min(1).describe('One person, or those who share the sum equally'),
  pence: penceSchema.describe('The amount recommended, in pence'),
  reason: proseSchema.describe('What it was for, in our words'),
  reading: idSchema.optional().describe('The reading in which this row stands, where the source can be read in more than one way'),
  paid: paidSchema.optional().describe('Only where a source shows that it was paid'),
  evidence: evidenceListSchema,
});
export type Payment = z.infer<typeof paymentSchema>;

export const lawSchema = z.strictObject({
  source: referenceTo('source').describe('The law, guidance or decision'),
  at: verbatimSchema.optional().describe('Which part of it: "s 117(2)"'),
  why: proseSchema.describe('What it has to do with this decision'),
});

export const decisionSchema = z
  .strictObject({
    ref: referenceNumberSchema.describe('The reference as printed, without a letter'),
    title: proseSchema.describe('What the decision is, in a few words'),
    family: referenceTo('family').optional().describe('The set of decisions about the same people'),
    date: edtfSchema.describe('The date of the decision'),
    dateEvidence: evidenceListSchema.describe('Where the date is printed'),
    dateNote: proseSchema.optional().describe('How the date is known, where that needs saying'),
    decidedBy: referenceTo('body').describe('The ombudsman, or the joint team'),
    form: z.enum(['decision-statement', 'public-report']).describe('What was published'),
    read: z.enum(['whole', 'part']).describe('How much of the official text was read'),
    readNote: proseSchema.describe('Which part was read'),
    summary: proseSchema.describe('What happened, what was found and what was asked, in our words, in a minute'),
    statements: z.array(statementSchema).min(1).describe('The page published for each body, with its own outcome'),
    complaint: z.array(complaintSchema).default([]).describe('What was complained of, point by point'),
    findings: z.array(findingSchema).default([]).describe('What was found'),
    recommendations: z.array(recommendationSchema).default([]).describe('What was asked for, and what became of it'),
    paymentReadings: z
      .array(
        z.strictObject({
          id: idSchema.describe('Minted once'),
          label: proseSchema.describe('A few words that stand after an amount'),
          text: proseSchema.describe('The reading in our words'),
        }),
      )
      .default([])
      .describe('The ways in which the source on payments can be read'),
    paymentsNote: proseSchema.optional().describe('What a reader must know about the payments, or about their absence'),
    payments: z.array(paymentSchema).default([]).describe('What was to be paid: one row for each payer and reading'),
    quotes: z.array(quoteSchema).default([]).describe('Exact words of the decision'),
    law: z.array(lawSchema).default([]).describe('Law and guidance that bears on it'),
    related: z.array(lawSchema).default([]).describe('Other published decisions like it'),
  })
  .describe('One investigation and its outcome');
export type Decision = z.infer<typeof decisionSchema>;
