import type { Claim } from '../schema/claim.ts';
import type { ClaimResult } from './archive.ts';
import { formatInterval } from './interval.ts';
import { formatPence } from './money.ts';

/** The figure that a claim gives: `£900`, or `fewer than 731 days`. */
export const formatSays = (says: Claim['says']): string =>
  'pence' in says
    ? formatPence(says.pence)
    : `fewer than ${formatInterval({ fewest: says.fewerDaysThan, most: says.fewerDaysThan, doubtful: false })}`;

/** The days that a test computed, or nothing where it computed a sum. */
export const formatDays = ({ days }: ClaimResult): string | undefined => days && formatInterval(days);
