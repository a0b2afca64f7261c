import { z } from 'zod';
import { referenceTo } from './reference.ts';
import { idSchema, proseSchema, verbatimSchema } from './text.ts';

/** Addresses that an author may mint in a body: `s-` for a section, `p-` for a paragraph. Others belong to records. */
const pinSchema = idSchema.regex(/^[sp]-/, 'Begin it with "s-" for a section or "p-" for a paragraph');

const placed = <K extends Parameters<typeof referenceTo>[0]>(kind: K) => z.strictObject({ id: referenceTo(kind) });

/** Every component that a body of content may use, and its props. */
export const vocabulary = {
  Quote: placed('quote'),
  Event: placed('event'),
  Finding: placed('finding'),
  Recommendation: placed('recommendation'),
  Payment: placed('payment'),
  Conflict: placed('conflict'),
  Claim: placed('claim'),
  Decision: placed('decision'),
  Body: placed('body'),
  Person: z.strictObject({ id: referenceTo('person'), decision: referenceTo('decision').optional() }),
  Theme: placed('theme'),
  Term: placed('term'),
  Essay: placed('essay'),
  Cite: z.strictObject({
    id: referenceTo('source'),
    at: verbatimSchema.optional().describe('Where in the source, as a reader finds it: a paragraph, a page, a heading'),
  }),
  Sum: z.strictObject({
    of: z.literal('payments'),
    decision: referenceTo('decision').optional(),
    from: referenceTo('body').optional(),
    to: referenceTo('person').optional(),
  }),
  Days: z.strictObject({ from: referenceTo('event'), to: referenceTo('event') }),
  Anchor: z.strictObject({ id: pinSchema }),
  Note: z.strictObject({}),
  Sic: z.strictObject({}),
  Opinion: z.strictObject({ by: proseSchema.describe('Whose view it is') }),
} as const;

type Vocabulary = typeof vocabulary;
export type ComponentName = keyof Vocabulary;
export type PropsOf<N extends ComponentName> = z.infer<Vocabulary[N]>;

/** Components that print a link, and so may not stand inside one. */
export const linking: readonly ComponentName[] = [
  'Quote',
  'Event',
  'Finding',
  'Recommendation',
  'Payment',
  'Conflict',
  'Claim',
  'Decision',
  'Body',
  'Person',
  'Theme',
  'Term',
  'Essay',
  'Cite',
];

/** Components by which a sentence says what it rests on: a source, a record that has its own sources, or a figure computed from records. */
export const citing: readonly ComponentName[] = [
  'Cite',
  'Quote',
  'Finding',
  'Recommendation',
  'Payment',
  'Event',
  'Decision',
  'Conflict',
  'Claim',
  'Sum',
  'Days',
];

/** Components that tie a paragraph to the record or mark it as opinion. */
export const grounding: readonly ComponentName[] = [...linking, 'Sum', 'Days', 'Opinion'];

export const isComponentName = (name: string): name is ComponentName => Object.hasOwn(vocabulary, name);
