import { z } from 'zod';

const ID = /^[a-z0-9][a-z0-9-]*$/;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
const TYPED_FIGURE = /£\s?\d|\b\d[\d,.]*\s+days?\b/;

/** Names the first control, invisible, direction or private-use character as `U+XXXX`, or is undefined. Line feeds and tabs are text. */
export function findHiddenCharacter(text: string): string | undefined {
  const found = HIDDEN.exec(text.replace(/[\n\t]/g, ''));
  return found ? `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` : undefined;
}

/** Finds an amount in pounds or a number of days typed into prose, where the archive must compute it. */
export const findTypedFigure = (text: string): string | undefined => TYPED_FIGURE.exec(text)?.[0];

/** A name minted once: lower case, digits and hyphens. */
export const idSchema = z.string().regex(ID, 'Use lower case letters, digits and hyphens, as in "third-decision"');

/** Text exactly as a source has it: nothing is repaired, and nothing hidden is let in. */
export const verbatimSchema = z.string().min(1, 'Write something here').superRefine((text, context) => {
  const hidden = findHiddenCharacter(text);
  if (hidden) context.addIssue({ code: 'custom', message: `${hidden} cannot be seen by a reader. Remove it`, params: { kind: 'hidden-character' } });
});

/** Our own words: as verbatim text, and without a figure that the archive should compute. */
export const proseSchema = verbatimSchema.superRefine((text, context) => {
  const figure = findTypedFigure(text);
  if (figure) {
    const message = `"${figure}" is a typed figure. Put it in the body as <Sum>, <Days> or <Payment>, so that it is computed`;
    context.addIssue({ code: 'custom', message, params: { kind: 'typed-figure' } });
  }
});

/** An address on the open web, http or https only. */
export const webAddressSchema = z.string().refine(
  (text) => URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol),
  'Give a full address that begins with https:// or http://',
);

/** A sum of money in pence. */
export const penceSchema = z.int('Give the amount in pence, as a whole number').positive();

/** A reference number as the ombudsman prints it: `24 005 859`, a statement with its letter `24 005 859a`. */
export const referenceNumberSchema = z
  .string()
  .regex(/^\d{2} \d{3} \d{3}$/, 'Write the reference as printed, with spaces and without a letter: 24 005 859');
export const statementReferenceSchema = z
  .string()
  .regex(/^\d{2} \d{3} \d{3}[a-z]?$/, 'Write the reference as printed, with spaces: 24 005 859 or 24 005 859a');
