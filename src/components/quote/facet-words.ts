import { labelOf } from '../../archive.ts';
import { checkWords, voiceWords } from '../../exports/quote-words.ts';
import { checkLevels } from '../../graph/archive.ts';
import type { Facet, FacetKind } from '../../graph/quote-facets.ts';
import { voices } from '../../schema/quote.ts';
import { speakerShort } from './quote-words.ts';

/** What each facet asks, as a heading. */
export const facetWords: Record<FacetKind, string> = {
  decision: 'Decision',
  voice: 'Voice',
  speaker: 'Speaker',
  theme: 'Theme',
  check: 'How far checked',
};

/** One value of a facet in words. */
export function facetLabel({ kind, value, quotes }: Facet): string {
  switch (kind) {
    case 'decision':
      return labelOf('decision', value);
    case 'theme':
      return labelOf('theme', value);
    case 'voice':
      return voiceWords[voices.find((voice) => voice === value) ?? 'unknown'];
    case 'check':
      return checkWords[checkLevels.find((level) => level === value) ?? 'not-read'].label;
    case 'speaker':
      return quotes[0] ? speakerShort(quotes[0].data.speaker) : value;
  }
}

const leads: Record<FacetKind, string> = {
  decision: 'The words quoted from one decision, in the order of its record.',
  voice: 'Quotations whose words stand in one voice. A complaint quoted as a finding is a false quotation, even when each word is right.',
  speaker: 'Quotations of one speaker.',
  theme: 'Quotations that bear on one theme.',
  check: '',
};

/** What the page of one value says before its list. */
export const facetLead = ({ kind, value }: Facet): string =>
  kind === 'check' ? checkWords[checkLevels.find((level) => level === value) ?? 'not-read'].sentence : leads[kind];
