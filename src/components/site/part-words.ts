import { labelOf } from '../../archive.ts';
import type { ListKind } from '../../graph/list-parts.ts';

/** What one part of a list is called. */
export function partLabel(kind: ListKind, part: string): string {
  if (part === 'other') return 'Others';
  if (kind === 'person') return labelOf('family', part);
  return part;
}

/** By what a list is parted, as a heading. */
export const partedBy: Record<ListKind, string> = {
  event: 'By year',
  recommendation: 'By the first digits of the decision’s reference',
  payment: 'By the first digits of the decision’s reference',
  person: 'By family',
  correction: 'By year',
};
