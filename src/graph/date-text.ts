import { type DateEnd, readEdtf } from '../schema/date.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function formatPlain(end: DateEnd): string {
  const [year, month, day] = end.text.replace(/[~?%]/, '').split('-');
  const monthName = MONTHS[Number(month) - 1];
  if (end.precision === 'year') return `${year}`;
  return end.precision === 'month' ? `${monthName} ${year}` : `${Number(day)} ${monthName} ${year}`;
}

function formatEnd(end: DateEnd): string {
  const plain = formatPlain(end);
  if (end.qualifier === '~') return `about ${plain}`;
  if (end.qualifier === '?') return `${plain} (uncertain)`;
  return end.qualifier === '%' ? `about ${plain} (uncertain)` : plain;
}

/** A date in British words. A month never shows a day; doubt and open ends are said. */
export function formatDate(edtf: string): string {
  const { interval, start, end } = readEdtf(edtf);
  if (!interval && start) return formatEnd(start);
  if (start && end) return `${formatEnd(start)} to ${formatEnd(end)}`;
  if (start) return `from ${formatEnd(start)}, end not known`;
  return end ? `until ${formatEnd(end)}, start not known` : '';
}

/** The date of something that happened once: of a span, some day in it. */
export function formatMoment(edtf: string): string {
  const { interval, start, end } = readEdtf(edtf);
  return interval && start && end ? `between ${formatEnd(start)} and ${formatEnd(end)}` : formatDate(edtf);
}

/** What `<time datetime>` may hold: one plain date, or nothing. */
export function toMachineDate(edtf: string): string | undefined {
  const { interval, start } = readEdtf(edtf);
  return interval || !start || start.qualifier ? undefined : start.text;
}

/** How a date can be known, each in one word for shape and label. */
export const certainties = ['exact', 'month', 'year', 'approximate', 'uncertain', 'span', 'open'] as const;
export type Certainty = (typeof certainties)[number];

export function certaintyOf(edtf: string): Certainty {
  const { interval, start, end } = readEdtf(edtf);
  if (interval) return start && end ? 'span' : 'open';
  if (start?.qualifier === '~') return 'approximate';
  if (start?.qualifier) return 'uncertain';
  return start?.precision === 'day' ? 'exact' : (start?.precision ?? 'open');
}

/** The year under which a date is listed: that of its first day. */
export function yearOf(edtf: string): number {
  const { start, end } = readEdtf(edtf);
  return Number((start ?? end)?.text.slice(0, 4));
}
