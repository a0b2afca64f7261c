import type { ComponentCall, Segment } from '../compile/segments.ts';
import type { Archive } from '../graph/archive.ts';
import { keyOf } from '../graph/targets.ts';
import type { ComponentName } from '../schema/vocabulary.ts';
import type { TargetKind } from '../schema/reference.ts';
import { decodeHtml } from './escape.ts';

/** Stands where a reader sees words that plain text leaves out, so that no phrase is found across the gap. */
export const GAP = ' · ';

const kindByComponent: Partial<Record<ComponentName, TargetKind>> = {
  Event: 'event',
  Finding: 'finding',
  Recommendation: 'recommendation',
  Conflict: 'conflict',
  Claim: 'claim',
  Decision: 'decision',
  Body: 'body',
  Person: 'person',
  Theme: 'theme',
  Term: 'term',
  Essay: 'essay',
};

function readCall(archive: Archive, { name, props, children }: ComponentCall): string {
  if (children.length > 0) return name === 'Note' ? `${GAP}${readProse(archive, children)}${GAP}` : readProse(archive, children);
  if (name === 'Quote') return `“${archive.quotes.find(({ id }) => id === props['id'])?.data.text ?? ''}”`;
  const kind = kindByComponent[name];
  return (kind && archive.labels.get(keyOf(kind, props['id'] ?? ''))) ?? GAP;
}

/** The words of a compiled body, roughly as a reader without pictures or links would hear them. Citations and computed figures are gaps. */
export function readProse(archive: Archive, segments: readonly Segment[]): string {
  return segments
    .map((segment) =>
      typeof segment === 'string'
        ? decodeHtml(segment.replace(/<(?:\/p|\/li|br)[^>]*>/g, GAP).replace(/<[^>]*>/g, ''))
        : readCall(archive, segment),
    )
    .join('')
    .replace(/\s+/g, ' ')
    .replace(/(?: ·)+ /g, GAP)
    .replace(/^(?: ?·)? ?| ?(?:· ?)?$/g, '');
}
