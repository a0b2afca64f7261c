import type { Check } from '../schema/quote.ts';
import { type Source, sourceGroups } from '../schema/source.ts';
import type { Entry, Lists, QuoteEntry, SourceEntry } from './archive.ts';
import { formatDate } from './date-text.ts';
import { groupInOrder } from './groups.ts';

/** The group of a source, with the statements of this archive's own decisions apart from those of others. */
export type Shelf = (typeof sourceGroups)[number] | 'own';

type Shelved = Lists<'decisions' | 'sources'>;

const findDecision = ({ decisions }: Lists<'decisions'>, id: string) =>
  decisions.find(({ data }) => data.statements.some(({ source }) => source === id));

export const shelfOf = (archive: Lists<'decisions'>, { id, data }: SourceEntry): Shelf =>
  findDecision(archive, id) ? 'own' : data.custom.group;

/** All sources by shelf. */
export function groupSources({ decisions, sources }: Shelved): [Shelf, SourceEntry[]][] {
  const own = new Set(decisions.flatMap(({ data }) => data.statements.map(({ source }) => source)));
  return groupInOrder(sources, ({ id, data }): Shelf => (own.has(id) ? 'own' : data.custom.group), ['own', ...sourceGroups]);
}

/** What the archive has from one source. */
export interface SourceRecord {
  /** The decision of this archive that the source is a statement of. */
  decision: Entry<'decision'> | undefined;
  /** Quotations that are printed in it. */
  quotes: QuoteEntry[];
  checks: Check[];
}

/** Gathers what was quoted from a source and what was looked for in it. */
export function buildSourceRecord({ decisions, quotes }: Lists<'decisions' | 'quotes'>, id: string): SourceRecord {
  return {
    decision: findDecision({ decisions }, id),
    quotes: quotes.filter(
      ({ owner, data }) => (owner.kind === 'source' && owner.id === id) || data.evidence.some(({ source }) => source === id),
    ),
    checks: quotes.flatMap(({ checks }) => checks.filter(({ source }) => source === id)),
  };
}

/** Names as they are printed, `Steven Box and Jane Doe`. */
export function formatNames(names: NonNullable<Source['author']>): string {
  const printed = names.map((name) => ('literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ')));
  return printed.length < 2 ? printed.join('') : `${printed.slice(0, -1).join(', ')} and ${printed.at(-1)}`;
}

/** A CSL date in words, as precise as it is given. */
export function formatIssued({ 'date-parts': [parts = []] }: NonNullable<Source['issued']>): string {
  const [year = 0, ...rest] = parts;
  return formatDate([String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join('-'));
}
