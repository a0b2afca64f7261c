import type { z } from 'zod';
import { bodySchema } from './body.ts';
import { claimSchema } from './claim.ts';
import { conflictSchema } from './conflict.ts';
import { correctionSchema } from './correction.ts';
import { decisionTextSchema } from './decision-text.ts';
import { decisionSchema } from './decision.ts';
import { essaySchema } from './essay.ts';
import { eventSchema } from './event.ts';
import { familySchema } from './family.ts';
import { termSchema } from './term.ts';
import { themeSchema } from './theme.ts';

/**
 * Kinds of record that are one `.mdx` file each: the folder they live in and the schema of their frontmatter.
 * A text lies in a folder of its own beside its decision.
 */
export const kinds = {
  decision: { folder: 'decisions', schema: decisionSchema },
  text: { folder: 'decisions', schema: decisionTextSchema },
  event: { folder: 'events', schema: eventSchema },
  body: { folder: 'bodies', schema: bodySchema },
  family: { folder: 'families', schema: familySchema },
  theme: { folder: 'themes', schema: themeSchema },
  term: { folder: 'terms', schema: termSchema },
  conflict: { folder: 'conflicts', schema: conflictSchema },
  claim: { folder: 'claims', schema: claimSchema },
  essay: { folder: 'essays', schema: essaySchema },
  correction: { folder: 'corrections', schema: correctionSchema },
} as const;

export type Kind = keyof typeof kinds;
export type DataOf<K extends Kind> = z.infer<(typeof kinds)[K]['schema']>;

export const kindNames = Object.keys(kinds) as Kind[];

/** Kinds whose paragraphs must each hold a reference or be marked as opinion (rule of evidence 9). */
export const groundedKinds: readonly Kind[] = ['decision', 'essay'];

/** Kinds of which every sentence must be cited or marked as opinion. */
export const citedKinds: readonly Kind[] = ['essay'];
