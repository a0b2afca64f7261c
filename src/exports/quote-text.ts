import type { Archive, QuoteEntry } from '../graph/archive.ts';
import { nameSource, openPlaces } from './quote-place.ts';
import { boundsWords, checkWords, voiceWords } from './quote-words.ts';
import { listRights, rightsOf } from './rights.ts';
import { openSpeakers } from './speaker.ts';

/**
 * Gives a quotation as plain text that can stand anywhere: the exact words, and with them whose they are, where they stand, how far they
 * were checked, what to know before using them, their address and the terms of use.
 */
export function openQuoteTexts(archive: Archive): (quote: QuoteEntry, address: string) => string {
  const placeOf = openPlaces(archive);
  const nameSpeaker = openSpeakers(archive);
  const sourceById = new Map(archive.sources.map((source) => [source.id, source]));
  const termsOf = new Map(listRights(archive).map(({ part, terms }) => [part, terms]));
  return (quote, address) => {
    const { data, owner, checked } = quote;
    const place = data.section || owner.kind === 'source' ? placeOf(quote) : `${placeOf(quote)}, section not known`;
    const isFound = checked === 'verified' || checked === 'misplaced';
    const carriers = data.evidence.filter(({ source }) => source !== owner.id).map(({ source }) => nameSource(sourceById.get(source)));
    return [
      `“${data.text}”`,
      '',
      `${voiceWords[data.voice]}. Speaker: ${nameSpeaker(quote)}.`,
      `${place}.`,
      ...(!isFound && carriers.length > 0 ? [`Read in: ${carriers.join('; ')}.`] : []),
      ...[checkWords[checked].sentence, boundsWords[data.bounds], data.sic && `Sic: ${data.sic}`, data.note].filter(Boolean),
      address,
      '',
      `Reuse: ${termsOf.get(rightsOf(quote))} This record is not official, and not legal advice.`,
    ].join('\n');
  };
}
