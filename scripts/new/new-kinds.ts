import type { z } from 'zod';
import { kinds } from '../../src/schema/kinds.ts';
import { quoteSchema } from '../../src/schema/quote.ts';
import { sourceSchema } from '../../src/schema/source.ts';

/** What `npm run new` can make: the schema of the new record, and an id as it may look. */
export const newKinds = {
  decision: { schema: kinds.decision.schema, example: '25-001-234' },
  event: { schema: kinds.event.schema, example: '2025-03-11-review-held' },
  quote: { schema: quoteSchema, example: '25-001-234/did-not-hold' },
  source: { schema: sourceSchema, example: 'lgsco-25001234' },
  essay: { schema: kinds.essay.schema, example: 'the-waiting' },
  body: { schema: kinds.body.schema, example: 'nowhere-council' },
  theme: { schema: kinds.theme.schema, example: 'delay' },
  term: { schema: kinds.term.schema, example: 'care-plan' },
  conflict: { schema: kinds.conflict.schema, example: 'two-dates' },
  claim: { schema: kinds.claim.schema, example: 'five-hundred-pounds' },
  correction: { schema: kinds.correction.schema, example: '2025-06-01-date-of-review' },
  family: { schema: kinds.family.schema, example: 'nowhere-plan' },
} as const satisfies Record<string, { schema: z.ZodObject; example: string }>;

export type NewKind = keyof typeof newKinds;

export const newKindNames = Object.keys(newKinds) as NewKind[];

export const isNewKind = (name: string): name is NewKind => Object.hasOwn(newKinds, name);
