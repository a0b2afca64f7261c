import { z } from 'zod';
import { exactlyOne } from './describe.ts';
import { evidenceListSchema } from './evidence.ts';
import { edtfSchema } from './date.ts';
import { referenceTo } from './reference.ts';
import { idSchema, proseSchema, verbatimSchema } from './text.ts';

/** In whose voice the words stand in the source. */
export const voices = [
  'finding',
  'recommendation',
  'summary',
  'complainant',
  'body',
  'guidance',
  'literature',
  'commentary',
  'unknown',
] as const;
const voiceSchema = z.enum(voices);
export type Voice = z.infer<typeof voiceSchema>;

/** Who speaks: a body or person of the archive, or a name where they are neither. */
export const speakerSchema = z
  .strictObject({
    body: referenceTo('body').optional().describe('A body of the archive'),
    person: referenceTo('person').optional().describe('A person of a family'),
    name: verbatimSchema.optional().describe('A name, where the speaker is neither'),
  })
  .refine((speaker) => Object.keys(speaker).length === 1, 'Give one of body, person or name')
  .meta(exactlyOne());
export type Speaker = z.infer<typeof speakerSchema>;

export const quoteSchema = z
  .strictObject({
    id: idSchema.describe('Minted once; the quotation keeps it for ever'),
    text: verbatimSchema.describe('The exact words between the marks, nothing repaired; cuts are [...]'),
    voice: voiceSchema.describe('In whose voice the words stand'),
    speaker: speakerSchema.describe('Who speaks: a body, a person or a name'),
    section: verbatimSchema.optional().describe('The part of the document the words stand in, where known'),
    bounds: z
      .enum(['whole', 'start-unknown', 'end-unknown', 'inferred'])
      .default('whole')
      .describe('Whether it is known where the quotation starts and ends'),
    evidence: evidenceListSchema.describe('Where the words are printed'),
    bodies: z.array(referenceTo('body')).default([]).describe('The bodies the words are about'),
    themes: z.array(referenceTo('theme')).default([]).describe('The matters the words bear on'),
    sic: proseSchema.optional().describe('An oddity inside the quotation that is left as printed'),
    note: proseSchema.optional().describe('What a reader must know before quoting this'),
  })
  .describe('Exact words, with where they stand and who speaks');
export type Quote = z.infer<typeof quoteSchema>;

/** What a check of a quotation against a source can find. */
export const checkResults = ['verified', 'misplaced', 'not-found', 'not-read'] as const;

/** One line of checks.jsonl: one quotation looked for in one source. */
export const checkSchema = z
  .strictObject({
    quote: referenceTo('quote').describe('The quotation, with its owner'),
    source: referenceTo('source').describe('Where it was looked for'),
    held: z.boolean().describe('True where the editor holds a copy, false where the page was only read'),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, 'Give 64 hexadecimal digits')
      .optional()
      .describe('Digest of the copy held'),
    on: z.union([z.literal('unknown'), edtfSchema]).describe('When it was checked'),
    result: z.enum(checkResults).describe('What was found'),
    at: verbatimSchema.optional().describe('Where the words were found'),
    note: proseSchema.optional().describe('What a reader should know of this check'),
  })
  .refine((check) => check.held === (check.sha256 !== undefined), 'Give the SHA-256 of a copy that is held, and only of one that is held')
  .describe('One quotation looked for in one source');
export type Check = z.infer<typeof checkSchema>;
