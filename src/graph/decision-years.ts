import type { Entry } from './archive.ts';
import { yearOf } from './date-text.ts';
import { FULL } from './list-parts.ts';

/** The years of decisions that are too many for one page; none where one page holds them. */
export const listDecisionYears = (decisions: readonly Entry<'decision'>[]): number[] =>
  decisions.length > FULL ? [...new Set(decisions.map(({ data }) => yearOf(data.date)))].toSorted((a, b) => a - b) : [];

/** The path of the decisions of one year. */
export const decisionYearPath = (year: number): string => `/decisions/${year}/`;
