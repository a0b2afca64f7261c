import { listCalls } from '../compile/segments.ts';
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

type Mentioned = Pick<Archive, 'mentions' | 'decisions' | 'findings' | 'recommendations'>;

/** What uses a quotation or a theme and is no mention by another record: findings, recommendations, and the account of the decision that owns it. */
function listParts({ decisions, findings, recommendations }: Mentioned, kind: TargetKind, id: string): Mention[] {
  const uses = (data: { quotes: string[]; themes: string[] }) =>
    (kind === 'quote' ? data.quotes : kind === 'theme' ? data.themes : []).includes(id);
  const replies = findings.filter(({ data }) => kind === 'quote' && data.replies.some((reply) => reply.quotes.includes(id)));
  const found = new Set([...findings.filter(({ data }) => uses(data)), ...replies]);
  const accounts = decisions.filter(
    ({ id: owner, segments }) =>
      id.startsWith(`${owner}/`) && listCalls(segments).some(({ name, props }) => name === 'Quote' && props['id'] === id),
  );
  return [
    ...accounts.map((decision): Mention => ({ kind: 'decision', id: decision.id })),
    ...[...found].map((finding): Mention => ({ kind: 'finding', id: finding.id })),
    ...recommendations
      .filter(({ data }) => uses(data))
      .map((recommendation): Mention => ({ kind: 'recommendation', id: recommendation.id })),
  ];
}

/** Everything that mentions a thing, by kind: other records, and the parts of decisions that use it. */
export function groupMentions(archive: Mentioned, kind: TargetKind, id: string): MentionGroup[] {
  const whole = archive.mentions.get(keyOf(kind, id)) ?? [];
  return groupInOrder([...whole, ...listParts(archive, kind, id)], (mention) => mention.kind, order).map(([of, mentions]) => ({
    kind: of,
    mentions,
  }));
}

/** The records that a conflict or a correction is about. */
export const listPassageTargets = (passages: readonly Passage[]): Mention[] =>
  passages.flatMap((passage) =>
    targetKinds.flatMap((kind) => Object.entries(passage).flatMap(([name, id]) => (name === kind && id ? [{ kind, id }] : []))),
  );
