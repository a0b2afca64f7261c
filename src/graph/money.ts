import type { Payment } from '../schema/decision.ts';

/** A payment with its owner. */
export interface PaymentRow {
  decision: string;
  data: Payment;
}

/** What to add up: rows of these decisions, by this payer, to this person. */
export interface Scope {
  decisions?: readonly string[] | undefined;
  payer?: string | undefined;
  payee?: string | undefined;
}

/** What one decision adds to a total in each of its readings. */
interface Readings {
  decision: string;
  options: { reading: string; pence: number }[];
}

/** A total over every reading of the sources. It grows with the decisions that can be read two ways, not with their combinations. */
export interface Total {
  /** What stands in every reading. */
  certain: number;
  /** The decisions whose source can be read in more than one way, in the order of the records. */
  readings: Readings[];
  /** The smallest and the largest sum that the readings allow. */
  least: number;
  most: number;
}

/** A total as it is printed: one amount, one a reading where one decision is in doubt, or the bounds where several are. */
export type Amounts =
  | { kind: 'one'; pence: number }
  | { kind: 'readings'; amounts: { decision: string; reading: string; pence: number }[] }
  | { kind: 'bounds'; least: number; most: number; decisions: string[] };

const unique = (values: readonly string[]) => [...new Set(values)];
const add = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** What one row gives to one person, or in all: those who share a payment share it equally. */
const shareOf = ({ data }: PaymentRow, payee: string | undefined) =>
  payee === undefined ? data.pence : data.payees.includes(payee) ? data.pence / data.payees.length : 0;

/**
 * Adds up payments in pence. A row with a reading stands only in that reading of its decision; a reading in which
 * the scope has no row adds nothing, and is listed all the same.
 */
export function totalPayments(rows: readonly PaymentRow[], { decisions, payer, payee }: Scope = {}): Total {
  const chosen = rows.filter(({ decision, data }) => (!decisions || decisions.includes(decision)) && (!payer || data.payer === payer));
  const sum = (subset: readonly PaymentRow[]) => add(subset.map((row) => shareOf(row, payee)));
  const rowsByDecision = Map.groupBy(rows, ({ decision }) => decision);
  const inDoubt = Map.groupBy(
    chosen.filter(({ data }) => data.reading),
    ({ decision }) => decision,
  );
  const readings = [...inDoubt].map(([decision, own]) => ({
    decision,
    options: unique((rowsByDecision.get(decision) ?? []).flatMap(({ data }) => data.reading ?? [])).map((reading) => ({
      reading,
      pence: sum(own.filter(({ data }) => data.reading === reading)),
    })),
  }));
  const certain = sum(chosen.filter(({ data }) => !data.reading));
  const bound = (pick: (...pence: number[]) => number) =>
    certain + add(readings.map(({ options }) => pick(...options.map(({ pence }) => pence))));
  return { certain, readings, least: bound(Math.min), most: bound(Math.max) };
}

/** How a total is to be printed. Readings that come to the same are one amount. */
export function listAmounts({ certain, readings, least, most }: Total): Amounts {
  if (least === most) return { kind: 'one', pence: least };
  const differing = readings.filter(({ options }) => options.some(({ pence }) => pence !== options[0]?.pence));
  const [only, ...others] = differing;
  if (!only || others.length > 0) return { kind: 'bounds', least, most, decisions: differing.map(({ decision }) => decision) };
  const rest = certain + add(readings.filter((one) => one !== only).map(({ options }) => options[0]?.pence ?? 0));
  return { kind: 'readings', amounts: only.options.map((option) => ({ decision: only.decision, ...option, pence: rest + option.pence })) };
}

/** `£1,800`, with pence only where there are some. */
export const formatPence = (pence: number): string =>
  `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: pence % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })}`;

/** `£1,800 (each pays) or £1,200 (shared)`, or `between £600 and £1,800 …` where several decisions can be read in more than one way. */
export function formatTotal(total: Total, labelOf: (decision: string, reading: string) => string): string {
  const amounts = listAmounts(total);
  if (amounts.kind === 'one') return formatPence(amounts.pence);
  if (amounts.kind === 'bounds')
    return `between ${formatPence(amounts.least)} and ${formatPence(amounts.most)}, according to how ${amounts.decisions.length} decisions are read`;
  return amounts.amounts.map(({ pence, decision, reading }) => `${formatPence(pence)} (${labelOf(decision, reading)})`).join(' or ');
}
