import { labelOf } from '../../archive.ts';
import type { ListKind } from '../../graph/list-parts.ts';

/** What one part of a list is called. */
export function partLabel(kind: ListKind, part: string): string {
  if (part === 'other') return 'Others';
  if (kind === 'person') return labelOf('family', part);
  return kind === 'event' || kind === 'correction' ? part : `references ${part} …`;
}

/** By what a list is parted, as a heading. */
export const partedBy: Record<ListKind, string> = {
  event: 'By year',
  recommendation: 'By the first digits of the decision’s reference',
  payment: 'By the first digits of the decision’s reference',
  person: 'By family',
  correction: 'By year',
};

/** The title of a page that shows one part of a list, or its own page. */
export const titleOfPart = (title: string, kind: ListKind, part: string | undefined): string =>
  part === undefined ? title : `${title}: ${partLabel(kind, part)}`;
