import { z } from 'zod';
import { DATE_FORM } from './describe.ts';

/** How a source qualifies a date: `~` approximate, `?` uncertain, `%` both. */
type Qualifier = '' | '~' | '?' | '%';

/** One end of a date: the first and the last day it can mean, in days since 1 January 1970 (UTC). */
export interface DateEnd {
  text: string;
  precision: 'year' | 'month' | 'day';
  qualifier: Qualifier;
  first: number;
  last: number;
}

/** A parsed EDTF date. `start` or `end` is `null` where the interval is open (`..`) on that side. */
export interface FuzzyDate {
  edtf: string;
  interval: boolean;
  start: DateEnd | null;
  end: DateEnd | null;
}

const END = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/;
const MS_PER_DAY = 86_400_000;

const toDayNumber = (year: number, month: number, day: number) => Date.UTC(year, month - 1, day) / MS_PER_DAY;

const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function parseEnd(text: string): DateEnd | string {
  const match = END.exec(text);
  if (!match) return `"${text}" is not a date. Write YYYY, YYYY-MM or YYYY-MM-DD, with ~, ? or % after it`;
  const [, yearText, monthText, dayText, mark] = match;
  const year = Number(yearText);
  if (year < 1000) return `The year ${yearText} is not one this archive can hold. Write a year from 1000 on`;
  const month = Number(monthText ?? 0);
  const day = Number(dayText ?? 0);
  const qualifier = (mark ?? '') as Qualifier;
  if (!monthText) {
    const [first, last] = [toDayNumber(year, 1, 1), toDayNumber(year, 12, 31)];
    return { text, precision: 'year', qualifier, first, last };
  }
  if (month < 1 || month > 12) return `There is no month ${monthText}. Write 01 to 12`;
  const length = daysInMonth(year, month);
  if (!dayText) {
    const [first, last] = [toDayNumber(year, month, 1), toDayNumber(year, month, length)];
    return { text, precision: 'month', qualifier, first, last };
  }
  if (day < 1 || day > length) return `${yearText}-${monthText} has no day ${dayText}. Its last day is ${length}`;
  const only = toDayNumber(year, month, day);
  return { text, precision: 'day', qualifier, first: only, last: only };
}

/**
 * Reads the part of EDTF (ISO 8601-2) that the archive writes: level 0 dates and intervals, `~ ? %`,
 * and ends left open with `..`. Returns a sentence that says what is wrong where the text is none of these.
 */
export function parseEdtf(edtf: string): FuzzyDate | string {
  const parts = edtf.split('/');
  if (parts.length > 2) return `"${edtf}" has more than one "/". Write start/end`;
  if (parts.length === 1) {
    const end = parseEnd(edtf);
    return typeof end === 'string' ? end : { edtf, interval: false, start: end, end };
  }
  const [start, end] = parts.map((part) => (part === '..' ? null : parseEnd(part)));
  if (typeof start === 'string') return start;
  if (typeof end === 'string') return end;
  if (!start && !end) return `"${edtf}" has no date at either end. Give at least one`;
  if (start && end && start.first > end.last) return `"${edtf}" ends before it starts. Put the earlier date first`;
  return { edtf, interval: true, start: start ?? null, end: end ?? null };
}

/** Reads a date that the schema has already accepted; throws where it has not. */
export function readEdtf(edtf: string): FuzzyDate {
  const date = parseEdtf(edtf);
  if (typeof date === 'string') throw new RangeError(date);
  return date;
}

/** A date as a string in the archive's part of EDTF. */
export const edtfSchema = z
  .string({ error: 'Write the date in quotation marks, as "2019" or "2023-11"' })
  .superRefine((edtf, context) => {
    const date = parseEdtf(edtf);
    if (typeof date === 'string') context.addIssue({ code: 'custom', message: date, params: { kind: 'impossible-date' } });
  })
  .meta({ description: 'A date', form: DATE_FORM });
