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

/** A total in one reading of the sources. `readings` names, by decision, the reading it rests on. */
export interface Total {
  pence: number;
  readings: { decision: string; reading: string }[];
}

const unique = (values: readonly string[]) => [...new Set(values)];

/** What one row gives to one person, or in all: those who share a payment share it equally. */
const shareOf = ({ data }: PaymentRow, payee: string | undefined) =>
  payee === undefined ? data.pence : data.payees.includes(payee) ? data.pence / data.payees.length : 0;

/**
 * Adds up payments in pence: one total for each combination of readings, in the order of the records,
 * since a row with a reading stands only in that reading. Combinations that give the same scope no rows still give 0.
 */
export function totalPayments(rows: readonly PaymentRow[], { decisions, payer, payee }: Scope = {}): Total[] {
  const chosen = rows.filter(({ decision, data }) => (!decisions || decisions.includes(decision)) && (!payer || data.payer === payer));
  const sum = (subset: readonly PaymentRow[]) => subset.reduce((pence, row) => pence + shareOf(row, payee), 0);
  let totals: Total[] = [{ pence: sum(chosen.filter(({ data }) => !data.reading)), readings: [] }];
  for (const decision of unique(chosen.filter(({ data }) => data.reading).map((row) => row.decision))) {
    const own = chosen.filter((row) => row.decision === decision);
    const readings = unique(rows.flatMap((row) => (row.decision === decision ? (row.data.reading ?? []) : [])));
    totals = totals.flatMap((total) =>
      readings.map((reading) => ({
        pence: total.pence + sum(own.filter(({ data }) => data.reading === reading)),
        readings: [...total.readings, { decision, reading }],
      })),
    );
  }
  return totals;
}

/** `£1,800`, with pence only where there are some. */
export const formatPence = (pence: number): string =>
  `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: pence % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })}`;
