import type { Archive, QuoteEntry, SourceEntry } from '../graph/archive.ts';
import { formatDate } from '../graph/date-text.ts';
import { nameText, toSourceItem } from './csl.ts';

/** Names one after the other, with an `and` before the last. */
export const listNames = (names: readonly string[]): string => names.join(', ').replace(/, ([^,]+)$/, ' and $1');

/** A source as it is called away from this site: who, its title, the year. */
export function nameSource(source: SourceEntry | undefined): string {
  if (!source) return '';
  const { author = [], title, issued } = toSourceItem(source);
  const year = issued && 'date-parts' in issued ? issued['date-parts'][0]?.[0] : undefined;
  const by = author.length > 0 ? `${listNames(author.map(nameText))}, ` : '';
  return `${by}${title}${year === undefined ? '' : ` (${year})`}`;
}

/** Gives the place of a quotation in words that stand away from this site: the decision with its date, or the work, and the section. */
export function openPlaces(archive: Archive): (quote: QuoteEntry) => string {
  const decisionById = new Map(archive.decisions.map(({ id, data }) => [id, data]));
  const sourceById = new Map(archive.sources.map((source) => [source.id, source]));
  return ({ owner, data }) => {
    const decision = decisionById.get(owner.id);
    const work = decision ? `Decision ${decision.ref}, ${formatDate(decision.date)}` : nameSource(sourceById.get(owner.id));
    return data.section ? `${work}, ${data.section}` : work;
  };
}
