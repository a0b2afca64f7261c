import type { z } from 'zod';
import type { TargetKind } from '../../schema/reference.ts';
import { bodyRow, listBodyRows } from './body-rows.ts';
import { claimRow, listClaimRows } from './claim-rows.ts';
import { conflictRow, listConflictRows } from './conflict-rows.ts';
import { correctionRow, listCorrectionRows } from './correction-rows.ts';
import { decisionRow, listDecisionRows, listStatementRows, statementRow } from './decision-rows.ts';
import { essayRow, listEssayRows } from './essay-rows.ts';
import { eventRow, listEventRows } from './event-rows.ts';
import { familyRow, listFamilyRows, listPersonRows, personRow } from './family-rows.ts';
import { findingRow, listFindingRows } from './finding-rows.ts';
import { listPaymentRows, paymentRow } from './payment-rows.ts';
import { listQuoteRows, quoteRow } from './quote-rows.ts';
import { listRecommendationRows, recommendationRow } from './recommendation-rows.ts';
import type { RowContext } from './row-context.ts';
import { listSourceRows, sourceRow } from './source-rows.ts';
import { listTermRows, listThemeRows, termRow, themeRow } from './theme-rows.ts';

/** One row: a record as programs get it. */
export type Row = { id: string; address: string } & Record<string, unknown>;

/** A kind of row: one file of data in each format. */
export interface RowKind {
  /** The name of its files and of its list in archive.json. */
  name: string;
  /** One of them; also the column in which its parts name it. */
  one: string;
  /** The kind of record that other rows point at by this one's id, where they do. */
  target: TargetKind | undefined;
  title: string;
  about: string;
  schema: z.ZodType<Row>;
  list: (context: RowContext) => Row[];
}

/** Every kind of row, in the order in which the data lists them. */
export const rowKinds: readonly RowKind[] = [
  {
    name: 'decisions',
    one: 'decision',
    target: 'decision',
    title: 'Decisions',
    about: 'One row for each investigation’s outcome: when, by whom, how much of it was read, and what it says in our words.',
    schema: decisionRow,
    list: listDecisionRows,
  },
  {
    name: 'statements',
    one: 'statement',
    target: undefined,
    title: 'Statements',
    about: 'The page that the ombudsman published for one body under a decision, with that body’s own outcome.',
    schema: statementRow,
    list: listStatementRows,
  },
  {
    name: 'findings',
    one: 'finding',
    target: 'finding',
    title: 'Findings',
    about: 'What the ombudsmen found, about which bodies, and what each body said.',
    schema: findingRow,
    list: listFindingRows,
  },
  {
    name: 'recommendations',
    one: 'recommendation',
    target: 'recommendation',
    title: 'Recommendations',
    about: 'What was to be done, by whom and by when, and every state it is known to have been in.',
    schema: recommendationRow,
    list: listRecommendationRows,
  },
  {
    name: 'payments',
    one: 'payment',
    target: 'payment',
    title: 'Payments',
    about: 'Payments that were recommended. Rows of different readings exclude one another; decisions.totals has them added up.',
    schema: paymentRow,
    list: listPaymentRows,
  },
  {
    name: 'quotes',
    one: 'quote',
    target: 'quote',
    title: 'Quotations',
    about: 'Exact words, with who is speaking and every check that was made of them.',
    schema: quoteRow,
    list: listQuoteRows,
  },
  {
    name: 'events',
    one: 'event',
    target: 'event',
    title: 'Events',
    about: 'What happened when, as precisely as the sources know.',
    schema: eventRow,
    list: listEventRows,
  },
  {
    name: 'bodies',
    one: 'body',
    target: 'body',
    title: 'Bodies',
    about: 'The organisations, and which followed which.',
    schema: bodyRow,
    list: listBodyRows,
  },
  {
    name: 'families',
    one: 'family',
    target: 'family',
    title: 'Families of decisions',
    about: 'Sets of decisions about the same people.',
    schema: familyRow,
    list: listFamilyRows,
  },
  {
    name: 'persons',
    one: 'person',
    target: 'person',
    title: 'Persons',
    about: 'People by the letters that each decision gives them. No name is known or sought.',
    schema: personRow,
    list: listPersonRows,
  },
  {
    name: 'themes',
    one: 'theme',
    target: 'theme',
    title: 'Themes',
    about: 'Matters that come back from decision to decision.',
    schema: themeRow,
    list: listThemeRows,
  },
  { name: 'terms', one: 'term', target: 'term', title: 'Terms', about: 'Words explained.', schema: termRow, list: listTermRows },
  {
    name: 'conflicts',
    one: 'conflict',
    target: 'conflict',
    title: 'Conflicts',
    about: 'Where two sources disagree or one contradicts itself: both sides, and our view.',
    schema: conflictRow,
    list: listConflictRows,
  },
  {
    name: 'claims',
    one: 'claim',
    target: 'claim',
    title: 'Claims tested',
    about: 'Figures given elsewhere, computed again from the record.',
    schema: claimRow,
    list: listClaimRows,
  },
  {
    name: 'sources',
    one: 'source',
    target: 'source',
    title: 'Sources',
    about: 'Everything cited: what it is, how much of it was read, and how good it is.',
    schema: sourceRow,
    list: listSourceRows,
  },
  {
    name: 'essays',
    one: 'essay',
    target: 'essay',
    title: 'Essays',
    about: 'What the decisions come to, argued from the sources.',
    schema: essayRow,
    list: listEssayRows,
  },
  {
    name: 'corrections',
    one: 'correction',
    target: 'correction',
    title: 'Corrections',
    about: 'Every change of substance to what was published here.',
    schema: correctionRow,
    list: listCorrectionRows,
  },
];
