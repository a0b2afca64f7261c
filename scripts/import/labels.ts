import type { Decision } from '../../src/schema/decision.ts';
import { parseEdtf } from '../../src/schema/date.ts';

/** What the page prints above its text, word for word. */
export interface Labels {
  category?: string;
  outcome?: string;
  date?: string;
}

const LABEL = /^(category|decision(?: date)?|date(?: of decision)?|outcome)\s*:\s*(.*)$/i;
const NAMES: Record<string, keyof Labels> = {
  category: 'category',
  decision: 'outcome',
  outcome: 'outcome',
  'decision date': 'date',
  date: 'date',
  'date of decision': 'date',
};

/** Reads label lines as `Category : Health > Other`; where a line ends at its colon, the next is its value. */
export function readLabels(lines: readonly string[]): Labels {
  const labels: Labels = {};
  for (const [index, line] of lines.entries()) {
    const bare = NAMES[line.toLowerCase()] ? [line, line, ''] : LABEL.exec(line);
    const name = NAMES[(bare?.[1] ?? '').toLowerCase()];
    const next = lines[index + 1] ?? '';
    const value = bare?.[2] || (LABEL.test(next) || NAMES[next.toLowerCase()] ? '' : next.replace(/^:\s*/, ''));
    if (name && value && labels[name] === undefined) labels[name] = value.trim();
  }
  return labels;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** A printed date, as `07 Mar 2025` or `7 March 2025`, in ISO form; undefined where it is no real date or can be read in two ways. */
export function readDate(printed: string): string | undefined {
  const iso = /^\d{4}-\d{2}-\d{2}$/.exec(printed.trim())?.[0];
  const [, day = '', name = '', year = ''] =
    /^(?:\p{L}+day,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})$/u.exec(printed.trim()) ?? [];
  const month = MONTHS.findIndex((one) => one === name.toLowerCase() || (name.length <= 4 && one.startsWith(name.toLowerCase())));
  const date = iso ?? (day && month >= 0 ? `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}` : undefined);
  return date !== undefined && typeof parseEdtf(date) !== 'string' ? date : undefined;
}

type Outcome = Decision['statements'][number]['outcome'];

const OUTCOMES: readonly [RegExp, Outcome][] = [
  [/^(?:complaint )?upheld(?:[:;,].*)?$/, 'upheld'],
  [/^(?:complaint )?not upheld$/, 'not-upheld'],
  [/^(?:partly|partially) upheld$|^upheld in part$/, 'partly-upheld'],
  [/^fault found\b|^maladministration (?:and|causing) injustice$/, 'fault-found'],
  [/^closed\b|^(?:investigation )?discontinued\b/, 'closed'],
];

/** A printed outcome in the archive's words; `unknown` where the archive has no word for it. */
export const readOutcome = (printed: string): Outcome =>
  OUTCOMES.find(([pattern]) => pattern.test(printed.toLowerCase().replace(/\.$/, '').trim()))?.[1] ?? 'unknown';
