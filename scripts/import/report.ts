import { type FileResult, type Outcome, outcomes } from './import-file.ts';

const count = (results: readonly FileResult[], outcome: Outcome) => results.filter((result) => result.outcome === outcome).length;

const printable = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');

function describeFile({ file, refs, lines }: FileResult): string[] {
  const head = `  ${file}${refs.length > 0 ? ` (${refs.join(', ')})` : ''}`;
  return lines.length === 1 && refs.length === 0 ? [`${head}: ${lines[0] ?? ''}`] : [head, ...lines.map((line) => `    ${line}`)];
}

const HEADINGS: Record<Outcome, string> = {
  imported: 'Imported',
  unchanged: 'Unchanged',
  changed: 'Changed: the page is no longer what is held',
  refused: 'Refused',
};
const MOST_LISTED = 40;

function describeOutcome(results: readonly FileResult[], outcome: Outcome): string[] {
  const own = results.filter((result) => result.outcome === outcome);
  if (own.length === 0 || outcome === 'unchanged') return [];
  const listed = outcome === 'imported' ? own.slice(0, MOST_LISTED) : own;
  const rest = own.length - listed.length;
  return ['', `${HEADINGS[outcome]}:`, ...listed.flatMap(describeFile), ...(rest > 0 ? [`  and ${rest} more`] : [])];
}

/** What a run did: what was imported, what changed and what rests on it, what was refused and why, and the count. */
export function describeRun(
  results: readonly FileResult[],
  passedOver: ReadonlyMap<string, number>,
  stopped: boolean,
  all: number,
): string {
  const passed = [...passedOver].map(([ending, number]) => `${number} ${ending}`);
  const counts = outcomes.map((outcome) => `${count(results, outcome)} ${outcome}`).join(', ');
  return [
    ...outcomes.flatMap((outcome) => describeOutcome(results, outcome)),
    '',
    ...(passed.length > 0 ? [`Passed over, being no pages: ${passed.join(', ')}.`] : []),
    `${results.length.toLocaleString('en-GB')} ${results.length === 1 ? 'file' : 'files'}: ${counts}.`,
    ...(stopped ? [`Stopped after ${results.length} of ${all}. Run the same command again to go on.`] : []),
    ...(results.some(({ outcome, refs }) => outcome === 'imported' && refs.length > 0)
      ? ['"npm run check" now names every blank that only you can fill in.']
      : []),
  ]
    .map(printable)
    .join('\n')
    .replace(/^\n/, '');
}
