import type { Archive, QuoteEntry } from '../graph/archive.ts';
import { getById } from '../graph/find-by-id.ts';
import { type AddressOf, type CslItem, toDecisionItem, toEssayItem, toEventItem, toSourceItem, toWholeDecisionItem } from './csl.ts';
import { type Locator, readLocator, sectionOf } from './locator.ts';

/** An item, and where in it. */
export interface Reference {
  item: CslItem;
  locator?: Locator | undefined;
}

/** What a citation needs to know of one record. */
export interface Citable extends Reference {
  /** Where the words of a quotation were read, when that was not the source they come from. */
  via?: Reference | undefined;
  /** The items that a download holds. */
  items: CslItem[];
}

export const citableKinds = ['decision', 'quote', 'event', 'essay', 'source'] as const;
export type CitableKind = (typeof citableKinds)[number];

const alone = (item: CslItem, locator?: Locator): Citable => ({ item, locator, items: [item] });

/** The quoted words with their place, voice and check, and where they were read instead: for the note of an export. */
function quoteNote({ data, checked }: QuoteEntry, address: string, carrier?: CslItem): string {
  const place = data.section ? ` (${data.section})` : '';
  const instead = carrier ? `, as quoted in “${carrier.title}”` : '';
  return `“${data.text}”${place}. In the voice of: ${data.voice}. Checked: ${checked}${instead}. ${address}`;
}

/** Where the words of a quotation come from, when they were read there (`direct`) and when they were not. */
function quotedItem(archive: Archive, { owner }: QuoteEntry, direct: boolean, addressOf: AddressOf): CslItem {
  if (owner.kind === 'source') return toSourceItem(getById(archive.sources, 'source', owner.id));
  const decision = getById(archive.decisions, 'decision', owner.id);
  // Which of the statements has words that nobody read there is not known.
  return direct ? toDecisionItem(archive, decision, addressOf) : toWholeDecisionItem(archive, decision, addressOf);
}

/** Words that were read in their own source are cited from it; others as quoted in the source where they were read. */
function toQuoteCitable(archive: Archive, quote: QuoteEntry, addressOf: AddressOf): Citable {
  const { data, checked } = quote;
  const own = quotedItem(archive, quote, true, addressOf);
  const carrier = checked === 'verified' || checked === 'misplaced' ? undefined : data.evidence.find(({ source }) => source !== own.id);
  const address = addressOf('quote', quote.id);
  const item = carrier ? quotedItem(archive, quote, false, addressOf) : own;
  const id = `${item.id}-${data.id}`;
  if (!carrier)
    return {
      item,
      locator: data.section ? readLocator(data.section) : undefined,
      items: [{ ...item, id, note: quoteNote(quote, address) }],
    };
  const via = {
    item: toSourceItem(getById(archive.sources, 'source', carrier.source)),
    locator: carrier.at ? readLocator(carrier.at) : undefined,
  };
  return { item, via, items: [{ ...item, id, note: quoteNote(quote, address, via.item) }, via.item] };
}

/** What to cite for one record: a decision, quotation or source itself; for an event or essay our page. */
export function toCitable(archive: Archive, kind: CitableKind, id: string, addressOf: AddressOf): Citable {
  switch (kind) {
    case 'decision':
      return alone(toDecisionItem(archive, getById(archive.decisions, kind, id), addressOf));
    case 'event':
      return alone(toEventItem(archive, getById(archive.events, kind, id), addressOf));
    case 'essay':
      return alone(toEssayItem(archive, getById(archive.essays, kind, id), addressOf));
    case 'quote':
      return toQuoteCitable(archive, getById(archive.quotes, kind, id), addressOf);
    case 'source': {
      const item = toSourceItem(getById(archive.sources, kind, id));
      return alone(item, item.type === 'legislation' ? sectionOf(item.URL) : undefined);
    }
  }
}

/** Every source, with the decisions of this record among them, each once, by id. */
export function listBibliography(archive: Archive, addressOf: AddressOf): CslItem[] {
  const decisions = archive.decisions.map((decision) => toDecisionItem(archive, decision, addressOf));
  const itemById = new Map([...archive.sources.map(toSourceItem), ...decisions].map((item) => [item.id, item]));
  return [...itemById.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
