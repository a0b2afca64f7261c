import { labelOf } from '../../archive.ts';
import { formatDate } from '../../graph/date-text.ts';
import { formatInterval } from '../../graph/interval.ts';
import type { OutstandingSpan } from '../../graph/outstanding.ts';
import { stateWords } from '../recommendation/state-words.ts';
import type { PlacedLane } from './overview-layout.ts';

/** `The CCG, then the ICB`. */
export function nameLane({ lane, background }: Pick<PlacedLane, 'lane' | 'background'>): string {
  if (background) return 'Background';
  const name = lane.bodies.map((body) => labelOf('body', body)).join(', then ');
  return name ? `${name.charAt(0).toUpperCase()}${name.slice(1)}` : 'No body named';
}

/** What is known of how a span went on and ended, in a sentence or two. */
export function describeEnd({ ended, known, foundNotDone }: OutstandingSpan): string {
  const found = foundNotDone ? `Found not done${foundNotDone.date ? `, ${formatDate(foundNotDone.date)}` : ''}. ` : '';
  if (!ended) return `${found}Not known after ${formatDate(known.date)}.`;
  return `${found}${stateWords[ended.state]}, ${ended.date ? formatDate(ended.date) : 'date not known'}.`;
}

export const describeOpen = ({ open }: OutstandingSpan): string => (open ? formatInterval(open) : 'not known');
