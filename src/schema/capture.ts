import { z } from 'zod';
import { edtfSchema } from './date.ts';
import { referenceTo } from './reference.ts';
import { verbatimSchema } from './text.ts';

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'Give 64 hexadecimal digits');

/** Terms of publication; null until somebody has established them, and then nothing of it is published. */
export const licenceSchema = verbatimSchema.nullable();

/** One line of captures/captures.jsonl: a copy of an outside source, held beside it as `<sha256>.<type>`. */
export const captureSchema = z.strictObject({
  sha256: sha256Schema.describe('Digest of the copy, byte for byte'),
  type: z.enum(['html', 'pdf', 'docx', 'txt']).describe('The ending of its file'),
  source: referenceTo('source').describe('What it is a copy of'),
  on: edtfSchema.describe('The day on which it was brought in'),
  licence: licenceSchema.describe('The terms under which the copy itself may be published; null keeps it out of the site'),
});
export type Capture = z.infer<typeof captureSchema>;
