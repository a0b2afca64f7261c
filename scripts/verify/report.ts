import { shorten } from '../../src/graph/labels.ts';
import type { Verdict } from './check-quotes.ts';
import { SHORTEST_RUN } from './shared-runs.ts';
import type { Verification } from './verify-archive.ts';

const FITS = { exact: 'exact', normalised: 'but for spaces and marks', 'in-parts': 'in parts' } as const;

const printable = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');

function describeFound({ quote, result, fit, at, times }: Verdict): string[] {
  const often = times > 1 ? `, ${times} times` : '';
  const head = `${result === 'misplaced' ? 'MISPLACED' : 'found'}  ${quote.id}  (${fit ? FITS[fit] : ''}${often}) ${at.join('; ')}`;
  return result === 'misplaced'
    ? [head, `    "${shorten(quote.data.text, 90)}" is given the voice "${quote.data.voice}", which does not stand there`]
    : [head];
}

function describeMissing({ quote, nearest }: Verdict): string[] {
  const head = `NOT FOUND  ${quote.id}  "${shorten(quote.data.text, 90)}"`;
  if (!nearest) return [head, '    nothing like it is there'];
  return [head, `    nearest, ${nearest.at}: "${nearest.text}"`, ...nearest.differences.map((difference) => `    ${difference}`)];
}

const describeVerdict = (verdict: Verdict): string[] =>
  verdict.result === 'not-found' ? describeMissing(verdict) : verdict.result === 'not-read' ? [] : describeFound(verdict);

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** A result that nobody has recorded yet, or that no record can excuse. */
export const isFailure = ({ quote, source, result }: Verdict): boolean =>
  (result === 'not-found' || result === 'misplaced') &&
  !quote.checks.some((check) => check.source === source && check.held && check.result === result);

/** What was looked for, where it was found, what was not, and what our prose shares with another's. */
export function describeVerification({ verdicts, runs, faults }: Verification): string {
  const bySource = Map.groupBy(
    verdicts.filter(({ result }) => result !== 'not-read'),
    ({ source }) => source,
  );
  const count = (result: Verdict['result'], fit?: Verdict['fit']) =>
    verdicts.filter((verdict) => verdict.result === result && (fit === undefined || verdict.fit === fit)).length;
  const unread = count('not-read');
  const lines = [
    ...[...bySource].flatMap(([source, own]) => ['', `${source}:`, ...own.flatMap(describeVerdict).map((line) => `  ${line}`)]),
    ...(runs.length > 0
      ? [
          '',
          `Runs of ${SHORTEST_RUN} words and more that our prose shares with a copy:`,
          ...runs.map(({ file, line, words, source }) => `  ${file}:${line} ${words} (${source})`),
        ]
      : []),
    ...(faults.length > 0 ? ['', 'Copies that could not be read:', ...faults.map((fault) => `  ${fault}`)] : []),
    '',
    `${plural(count('verified'), 'quotation', 'quotations')} found (${count('verified', 'exact')} exact, ${count('verified', 'normalised')} but for spaces and marks, ${count('verified', 'in-parts')} in parts), ${count('misplaced')} misplaced, ${count('not-found')} not found${unread > 0 ? `, ${unread} not read: no copy of their source is held` : ''}.`,
    runs.length === 0
      ? `No unquoted run of ${SHORTEST_RUN} words is shared with a copy.`
      : `${plural(runs.length, 'unquoted run', 'unquoted runs')} shared with a copy. Word ${runs.length === 1 ? 'it' : 'them'} otherwise, or quote.`,
  ];
  return lines.map(printable).join('\n').replace(/^\n/, '');
}
