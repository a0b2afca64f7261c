import { z } from 'zod';

/** Every kind of thing that another record can point at. */
export const targetKinds = [
  'decision',
  'event',
  'body',
  'family',
  'person',
  'theme',
  'term',
  'conflict',
  'claim',
  'essay',
  'correction',
  'source',
  'finding',
  'recommendation',
  'payment',
  'quote',
] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Kinds whose ids live inside their owner: `coordinator` in its own decision, `24-005-859/coordinator` elsewhere. */
export const ownedKinds: readonly TargetKind[] = ['finding', 'recommendation', 'payment', 'quote'];

const REFERENCE = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)?$/;

/** The id of another record. That the record exists is the graph's to check. */
export const referenceTo = (kind: TargetKind) =>
  z
    .string()
    .regex(REFERENCE, 'Give an id: lower case letters, digits and hyphens, with its owner before a "/" where it has one')
    .meta({ refersTo: kind });
