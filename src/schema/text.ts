import { z } from 'zod';
import { isWebAddress } from '../plugins/remark-safe-links.ts';

const ID = /^[a-z0-9][a-z0-9-]*$/;
// An id becomes the name of a file and of a folder, and some systems cut or refuse long ones and those of devices.
const LONGEST_ID = 100;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;
// Ids that every page has, and the endings of those that the layout gives to parts of a record.
const LAYOUT = /^(?:main|header-search|contents-title)$|-(?:title|desc)$/;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFFD]/gu;
const TYPED_FIGURE = /£\s?\d[\d,.]*(?<=\d)|(?<![\d,.])\d[\d,.]*\s+days?\b/g;

/** Something found in a text, and where: `index` counts UTF-16 units from its start. */
export interface Occurrence {
  found: string;
  index: number;
}

const nameCodePoint = (character: string) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Control, invisible, direction and private-use characters, and the sign of a lost one, named as `U+XXXX`. Line feeds and tabs are text. */
export const listHiddenCharacters = (text: string): Occurrence[] =>
  [...text.matchAll(HIDDEN)]
    .filter(([found]) => found !== '\n' && found !== '\t')
    .map(({ 0: found, index }) => ({ found: nameCodePoint(found), index }));

/** What is wrong with a hidden character, and what to do. Parsers put U+FFFD where they could not keep what was written. */
export const explainHidden = (found: string): string =>
  found === 'U+FFFD'
    ? 'U+FFFD stands where a character was lost. Write the character itself'
    : `${found} cannot be seen by a reader. Remove it`;

/** Amounts in pounds and numbers of days typed into prose, where the archive must compute them. */
export const listTypedFigures = (text: string): Occurrence[] =>
  [...text.matchAll(TYPED_FIGURE)].map(({ 0: found, index }) => ({ found, index }));

/** The text with a space for each hidden character, so that every other character keeps its place. */
export const blankHiddenCharacters = (text: string): string =>
  text.replace(HIDDEN, (found) => (found === '\n' || found === '\t' ? found : ' '.repeat(found.length)));

export const findHiddenCharacter = (text: string): string | undefined => listHiddenCharacters(text)[0]?.found;

/** A name minted once: lower case, digits and hyphens. */
export const idSchema = z
  .string()
  .regex(ID, 'Use lower case letters, digits and hyphens, as in "third-decision"')
  .max(LONGEST_ID, `Use at most ${LONGEST_ID} characters`)
  .refine((id) => !DEVICE.test(id), 'Some systems keep this name for a device. Give another')
  .refine((id) => !LAYOUT.test(id), 'The layout of the pages uses this id. Give another');

/** Text exactly as a source has it: nothing is repaired, and nothing hidden is let in. */
export const verbatimSchema = z
  .string()
  .min(1, 'Write something here')
  .superRefine((text, context) => {
    for (const { found: hidden } of listHiddenCharacters(text))
      context.addIssue({
        code: 'custom',
        message: explainHidden(hidden),
        params: { kind: 'hidden-character' },
      });
  });

/** Our own words: as verbatim text, and without a figure that the archive should compute. */
export const proseSchema = verbatimSchema.superRefine((text, context) => {
  for (const { found: figure } of listTypedFigures(text)) {
    const message = `"${figure}" is a typed figure. Put it in the body as <Sum>, <Days> or <Payment>, so that it is computed`;
    context.addIssue({ code: 'custom', message, params: { kind: 'typed-figure' } });
  }
});

/** An address on the open web, http or https only. */
export const webAddressSchema = z
  .string()
  .refine(
    (text) => isWebAddress(text) && !findHiddenCharacter(text),
    'Give a full address that begins with https:// or http:// and a plain host; a host in other letters as xn--...',
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
