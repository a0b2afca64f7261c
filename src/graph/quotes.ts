import type { Problem } from '../compile/problem.ts';
import type { Check } from '../schema/quote.ts';
import { type CheckLevel, checkLevels, type Entry, type PersonEntry, type QuoteEntry, type SourceEntry } from './archive.ts';
import { holdsName } from './letters.ts';
import { keyOf, type Target } from './targets.ts';

/** One check as a level: what stands in an official or original text counts as verified, in any other copy as secondary only. */
function levelOf(check: Check, primary: ReadonlySet<string>): CheckLevel {
  if (check.result !== 'verified') return check.result;
  return primary.has(check.source) ? 'verified' : 'secondary-only';
}

const bestLevel = (checks: readonly Check[], primary: ReadonlySet<string>): CheckLevel => {
  const levels = checks.map((check) => levelOf(check, primary));
  return checkLevels.find((level) => levels.includes(level)) ?? 'not-read';
};

/** The persons whose pseudonyms, as this decision uses them, stand in the words. */
function findPersons(text: string, decision: string, persons: readonly PersonEntry[]): string[] {
  return persons
    .filter(({ data }) => data.names.some((name) => name.decision === decision && holdsName(text, name.name)))
    .map(({ id }) => id);
}

/** Every quotation with its checks, decisions first, each in the order of its record. */
export function buildQuotes(
  decisions: readonly Entry<'decision'>[],
  sources: readonly SourceEntry[],
  persons: readonly PersonEntry[],
  checks: readonly Check[],
): QuoteEntry[] {
  const checksByQuote = Map.groupBy(checks, ({ quote }) => quote);
  const official = new Set(sources.filter(({ data }) => data.custom.tier === 'official').map(({ id }) => id));
  const build = (owner: QuoteEntry['owner'], data: QuoteEntry['data'], primary: ReadonlySet<string>): QuoteEntry => {
    const id = `${owner.id}/${data.id}`;
    const own = checksByQuote.get(id) ?? [];
    return { id, owner, data, checks: own, checked: bestLevel(own, primary), persons: findPersons(data.text, owner.id, persons) };
  };
  return [
    ...decisions.flatMap(({ id, data }) => data.quotes.map((quote) => build({ kind: 'decision', id }, quote, official))),
    ...sources.flatMap(({ id, data }) => data.custom.quotes.map((quote) => build({ kind: 'source', id }, quote, new Set([id])))),
  ];
}

/** Every quotation must have been looked for somewhere. */
export function checkQuotes(quotes: readonly QuoteEntry[], targets: ReadonlyMap<string, Target>): Problem[] {
  return quotes
    .filter(({ checks }) => checks.length === 0)
    .map(({ id }): Problem => {
      const { file = '', line = 1, column = 1 } = targets.get(keyOf('quote', id)) ?? {};
      const message = `The quotation "${id}" has no line in checks.jsonl. Add one; where the source was not read, its result is "not-read"`;
      return { file, line, column, kind: 'unchecked-quotation', message };
    });
}
