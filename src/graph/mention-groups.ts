import type { Passage } from '../schema/passage.ts';
import { type TargetKind, targetKinds } from '../schema/reference.ts';
import type { Archive, Mention } from './archive.ts';
import { groupInOrder } from './groups.ts';
import { keyOf } from './targets.ts';

/** Mentions of one kind. */
export interface MentionGroup {
  kind: TargetKind;
  mentions: Mention[];
}

/** The kinds in the order in which a reader would want them; any other comes after. */
const order: readonly TargetKind[] = ['decision', 'finding', 'recommendation', 'event', 'conflict', 'claim', 'essay', 'theme', 'body'];

/** Everything that mentions a thing, by kind: other records, and the parts of decisions that use it. */
export function groupMentions({ mentions, uses }: Pick<Archive, 'mentions' | 'uses'>, kind: TargetKind, id: string): MentionGroup[] {
  const all = [...(mentions.get(keyOf(kind, id)) ?? []), ...(uses.get(keyOf(kind, id)) ?? [])];
  return groupInOrder(all, (mention) => mention.kind, order).map(([of, found]) => ({ kind: of, mentions: found }));
}

/** The records that a conflict or a correction is about. */
export const listPassageTargets = (passages: readonly Passage[]): Mention[] =>
  passages.flatMap((passage) =>
    targetKinds.flatMap((kind) => Object.entries(passage).flatMap(([name, id]) => (name === kind && id ? [{ kind, id }] : []))),
  );
