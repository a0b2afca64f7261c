import { z } from 'zod';
import { edtfSchema, parseEdtf } from './date.ts';

/** Why something published was taken away. */
export const withdrawalReasons = ['privacy', 'legal', 'rights', 'source-withdrawn', 'error', 'outdated'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

const PATH = /^\/(?:[a-z0-9][a-z0-9._-]*\/)*(?:[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9]+)+)?$/;
const ADDRESS = /^\/(?:[a-z0-9][a-z0-9._-]*\/)*(?:[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9]+)+)?(?:#[a-z0-9][a-z0-9-]*)?$/;
const FRAGMENT = /^(?:[a-z0-9][a-z0-9-]*)?$/;

/** One whole day. */
export const daySchema = edtfSchema.superRefine((edtf, context) => {
  const date = parseEdtf(edtf);
  const plain = typeof date !== 'string' && !date.interval && date.start?.precision === 'day' && date.start.qualifier === '';
  if (!plain && typeof date !== 'string') context.addIssue({ code: 'custom', message: 'Give a whole day, as "2027-03-01"' });
});

export const pathSchema = z.string().regex(PATH, 'Give the path of a page from the root of the site, as "/decisions/24-005-859/"');
/** A path, or a path and a fragment; without origin and base. */
export const addressSchema = z.string().regex(ADDRESS, 'Give an address from the root of the site, as "/decisions/24-005-859/#f-delay"');

/** Eight hexadecimal digits of a hash of the words at an address. */
const wordsHashSchema = z.string().regex(/^[0-9a-f]{8}$/, 'Give 8 hexadecimal digits');

const on = daySchema.describe('The day of the release, or of the move or withdrawal');

/** What one line of permalinks.jsonl can say; the fields of each state. */
export const permalinkSchemas = {
  live: z.strictObject({
    on,
    path: pathSchema,
    state: z.literal('live'),
    fragments: z
      .record(z.string().regex(FRAGMENT, 'Give an id: lower case letters, digits and hyphens'), wordsHashSchema.nullable())
      .describe('Every fragment in the order of the page with the hash of its words, null where it is layout only; "" is the page itself'),
  }),
  moved: z.strictObject({ on, path: addressSchema, state: z.literal('moved'), to: addressSchema.describe('Where it is now, in one hop') }),
  withdrawn: z.strictObject({ on, path: addressSchema, state: z.literal('withdrawn'), reason: z.enum(withdrawalReasons) }),
} as const;

export type PermalinkState = keyof typeof permalinkSchemas;
export const permalinkStates: readonly PermalinkState[] = ['live', 'moved', 'withdrawn'];
export type LiveLine = z.infer<typeof permalinkSchemas.live>;
export type MovedLine = z.infer<typeof permalinkSchemas.moved>;
type WithdrawnLine = z.infer<typeof permalinkSchemas.withdrawn>;
export type PermalinkLine = LiveLine | MovedLine | WithdrawnLine;

/** The name of the ledger in a content folder. */
export const permalinksFile = 'permalinks.jsonl';

/** A line as the commands write it: one spelling for one meaning. */
export const writePermalinkLine = (line: PermalinkLine): string => JSON.stringify(line);
