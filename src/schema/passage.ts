import { z } from 'zod';
import { exactlyOne } from './describe.ts';
import { referenceTo } from './reference.ts';

/** One record that something else is about. */
export const passageSchema = z
  .strictObject({
    decision: referenceTo('decision').optional(),
    finding: referenceTo('finding').optional(),
    recommendation: referenceTo('recommendation').optional(),
    payment: referenceTo('payment').optional(),
    quote: referenceTo('quote').optional(),
    event: referenceTo('event').optional(),
    claim: referenceTo('claim').optional(),
    body: referenceTo('body').optional(),
    person: referenceTo('person').optional(),
    source: referenceTo('source').optional(),
    theme: referenceTo('theme').optional(),
    term: referenceTo('term').optional(),
    essay: referenceTo('essay').optional(),
    conflict: referenceTo('conflict').optional(),
    family: referenceTo('family').optional(),
    correction: referenceTo('correction').optional(),
  })
  .refine((passage) => Object.keys(passage).length === 1, 'Name one record a line')
  .meta(exactlyOne());
export type Passage = z.infer<typeof passageSchema>;
