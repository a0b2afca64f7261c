import { z } from 'zod';
import { daySchema } from './permalink.ts';
import { verbatimSchema } from './text.ts';

const checkSchema = z.strictObject({
  text: verbatimSchema.describe('What was checked, as one sentence'),
  result: z.enum(['passed', 'failed', 'not-run']).describe('What came of it'),
  gap: verbatimSchema.optional().describe('What the check leaves open'),
});

/** content/access.json: what came of the checks of accessibility on the pages of this content. Written by a run of the tests. */
export const accessSchema = z.strictObject({
  on: daySchema.describe('The day of the run'),
  browser: verbatimSchema.describe('The browser in which the pages were opened, with its version'),
  axe: verbatimSchema.describe('The version of axe-core'),
  checks: z.array(checkSchema).min(1).describe('Every check that there is, run or not'),
});
export type AccessResults = z.infer<typeof accessSchema>;
