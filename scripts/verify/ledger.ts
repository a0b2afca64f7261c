import { type Check, checkSchema } from '../../src/schema/quote.ts';
import { appendLines } from '../import/files.ts';
import type { Verdict } from './check-quotes.ts';

const FITS = {
  exact: undefined,
  normalised: 'The words are the same but for spaces, marks or the way their letters are encoded.',
  'in-parts': 'The quotation has a cut; each part of it stands there, in order.',
} as const;

function describeVerdict({ result, fit, times, quote, at }: Verdict): string | undefined {
  const notes = [
    result === 'misplaced' ? `The words stand in a section that does not hold the voice "${quote.data.voice}".` : undefined,
    fit ? FITS[fit] : undefined,
    times > 1 ? `The words stand there ${times} times${at.length > 1 ? `: ${at.join('; ')}` : ''}.` : undefined,
  ].filter((note) => note !== undefined);
  return notes.length > 0 ? notes.join(' ') : undefined;
}

/** The line of checks.jsonl that says what was found in a copy that is held. */
const toCheck = (verdict: Verdict, sha256: string, on: string): Check => {
  const { quote, source, result, at } = verdict;
  const note = describeVerdict(verdict);
  return checkSchema.parse({
    quote: quote.id,
    source,
    held: true,
    sha256,
    on,
    result,
    ...(at[0] !== undefined && { at: at[0] }),
    ...(note && { note }),
  });
};

const isTold = ({ quote, source, result }: Verdict, sha256: string) =>
  quote.checks.findLast((check) => check.source === source && check.sha256 === sha256)?.result === result;

/** Lines for what the ledger does not say yet. Checks of pages that were only read are others', and stay. */
export function listNewChecks(verdicts: readonly Verdict[], digests: ReadonlyMap<string, string>, on: string): Check[] {
  return verdicts.flatMap((verdict): Check[] => {
    const { quote, source, result } = verdict;
    const sha256 = digests.get(source);
    if (sha256 !== undefined && result !== 'not-read') return isTold(verdict, sha256) ? [] : [toCheck(verdict, sha256, on)];
    const told = quote.checks.some((check) => check.source === source);
    return told ? [] : [{ quote: quote.id, source, held: false, on: 'unknown', result: 'not-read' }];
  });
}

/** Adds checks to the end of the ledger. */
export const appendChecks = (content: string, checks: readonly Check[]): void =>
  appendLines(
    content,
    'checks.jsonl',
    checks.map((check) => JSON.stringify(check)),
  );
