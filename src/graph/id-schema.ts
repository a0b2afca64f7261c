import { ownedKinds, type TargetKind, targetKinds } from '../schema/reference.ts';
import type { Archive } from './archive.ts';
import { keyOf, type Target } from './targets.ts';

const LOCAL = '^[a-z0-9][a-z0-9-]*$';
const WHOLE = '^[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*)?$';

function writeKind(kind: TargetKind, ids: readonly string[], labels: Archive['labels'] | undefined) {
  if (ids.length === 0) return { type: 'string', pattern: WHOLE };
  const known = { enum: ids, ...(labels && { enumDescriptions: ids.map((id) => labels.get(keyOf(kind, id)) ?? '') }) };
  // Inside its owner a thing is called by its own name, which this list cannot know.
  return ownedKinds.includes(kind) ? { type: 'string', anyOf: [known, { pattern: LOCAL }] } : { type: 'string', ...known };
}

/** The ids of this archive as JSON Schema, so that an editor can complete them; with labels where the archive is whole. */
export function toIdSchema(targets: ReadonlyMap<string, Target>, labels?: Archive['labels']): object {
  const byKind = Map.groupBy(targets.values(), ({ kind }) => kind);
  const idsOf = (kind: TargetKind) => [...new Set((byKind.get(kind) ?? []).map(({ id }) => id))].toSorted();
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    definitions: Object.fromEntries(targetKinds.map((kind) => [kind, writeKind(kind, idsOf(kind), labels)])),
  };
}
