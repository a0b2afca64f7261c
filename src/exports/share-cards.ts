import type { Archive, Entry, QuoteEntry } from '../graph/archive.ts';
import { formatDate } from '../graph/date-text.ts';
import { ARCHIVE_CARD, type CardKind, cardUrlOf } from '../graph/urls.ts';
import { cutQuotation } from './cut-quotation.ts';
import { boundsWords, checkWords, isOmbudsmen, voiceWords } from './quote-words.ts';
import { listNames, openPlaces } from './quote-place.ts';
import { openSpeakers } from './speaker.ts';

/** What a share card says. Whose words they are and where they stand is on every card, however long the words. */
export interface ShareCard {
  /** Where the picture lies, from the root of the site. */
  path: string;
  kind: string;
  /** The date of an event. */
  above?: string;
  /** The exact words of a quotation, without its marks; otherwise a title of ours. */
  words: string;
  isQuotation: boolean;
  voice: string;
  reference: string;
  note: string;
}

const LIMIT = 2000;
const LONGEST_ALT = 300;
const OURS = 'In the words of this record, not of the ombudsmen';
const NOTE = 'An independent record of published decisions. Not official, and not legal advice.';

/** What a picture says, for those who do not see it. */
export function describeCard({ above, words, isQuotation, voice, reference, note }: ShareCard): string {
  const title = isQuotation ? `“${cutQuotation(words, LONGEST_ALT)}”` : `${words.replace(/\.$/, '')}.`;
  return [above && `${above}.`, title, `${voice}.`, `${reference}.`, note].filter(Boolean).join(' ');
}

const capitalise = (words: string) => words.replace(/^./u, (letter) => letter.toUpperCase());

/** The share cards of an archive: one of its own for each decision, event and quotation, and one for every other page. */
export function openShareCards(archive: Archive) {
  const { title, subject, cards: limit = LIMIT } = archive.settings;
  const decisionById = new Map(archive.decisions.map((entry) => [entry.id, entry]));
  const shortById = new Map(archive.bodies.map(({ id, data }) => [id, data.short]));
  const sourceById = new Map(archive.sources.map((source) => [source.id, source]));
  const placeOf = openPlaces(archive);
  const nameSpeaker = openSpeakers(archive, 'short');

  const ofDecision = ({ id, data }: Entry<'decision'>): ShareCard => ({
    path: cardUrlOf('decision', id),
    kind: 'Decision',
    words: data.title,
    isQuotation: false,
    voice: OURS,
    reference: `Decision ${data.ref}, ${formatDate(data.date)}, about ${listNames([...new Set(data.statements.map(({ body }) => shortById.get(body) ?? body))])}`,
    note: NOTE,
  });

  function ofEvent({ id, data }: Entry<'event'>): ShareCard {
    const refs = data.decisions.flatMap((decision) => decisionById.get(decision)?.data.ref ?? []);
    const tiers = [...new Set(data.evidence.flatMap(({ tier, source }) => tier ?? sourceById.get(source)?.data.custom.tier ?? []))];
    const reference = refs.length > 0 ? `Decision${refs.length > 1 ? 's' : ''} ${listNames(refs)}` : 'Timeline';
    return {
      path: cardUrlOf('event', id),
      kind: 'Event',
      above: capitalise(formatDate(data.date)),
      words: data.title,
      isQuotation: false,
      voice: OURS,
      reference: `${reference}. Evidence: ${listNames(tiers)}`,
      note: NOTE,
    };
  }

  function ofQuote(quote: QuoteEntry): ShareCard {
    const { id, data, checked } = quote;
    return {
      path: cardUrlOf('quote', id),
      kind: 'Quotation',
      words: data.text,
      isQuotation: true,
      voice: isOmbudsmen(data.voice) ? voiceWords[data.voice] : `${voiceWords[data.voice]}. Speaker: ${nameSpeaker(quote)}`,
      reference: placeOf(quote),
      note: [checkWords[checked].sentence, boundsWords[data.bounds]].filter(Boolean).join(' '),
    };
  }

  const whole: ShareCard = {
    path: ARCHIVE_CARD,
    kind: 'A public record',
    words: subject,
    isQuotation: false,
    voice: title,
    reference: 'Decisions, timeline, quotations, recommendations and their sources',
    note: NOTE,
  };
  const countOf: Record<CardKind, number> = {
    decision: archive.decisions.length,
    event: archive.events.length,
    quote: archive.quotes.length,
  };
  const hasOwn = (kind: CardKind) => countOf[kind] <= limit;
  const decision = (entry: Entry<'decision'>): ShareCard => (hasOwn('decision') ? ofDecision(entry) : whole);
  const event = (entry: Entry<'event'>): ShareCard => (hasOwn('event') ? ofEvent(entry) : whole);
  function quote(entry: QuoteEntry): ShareCard {
    const owner = decisionById.get(entry.owner.id);
    if (hasOwn('quote')) return ofQuote(entry);
    return owner ? decision(owner) : whole;
  }

  return {
    whole,
    decision,
    event,
    quote,
    /** Every card that a build draws. */
    list: (): ShareCard[] => [
      whole,
      ...(hasOwn('decision') ? archive.decisions.map(ofDecision) : []),
      ...(hasOwn('event') ? archive.events.map(ofEvent) : []),
      ...(hasOwn('quote') ? archive.quotes.map(ofQuote) : []),
    ],
  };
}
