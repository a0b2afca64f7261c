import type { CompiledFolder } from '../compile/folder.ts';
import { suggest } from '../compile/nearest.ts';
import type { Problem } from '../compile/problem.ts';
import type { Reference } from '../compile/references.ts';
import type { TargetKind } from '../schema/reference.ts';
import { keyOf, type Target } from './targets.ts';

/** A file and the references it makes. */
export interface Referrer {
  file: string;
  references: readonly Reference[];
}

/** Whether a reference leads to, or into, a record that is there and has faults of its own. */
const leadsInto = ({ kind, id }: Reference, faulty: CompiledFolder['faulty']) =>
  faulty.some(
    (record) =>
      (record.kind === kind && record.id === id) ||
      id.startsWith(`${record.id}/`) ||
      (record.kind === 'family' && kind === 'person' && id.startsWith(`${record.id}-`)),
  );

/** Reports every reference that leads to nothing, with the nearest id of its kind. */
export function resolveReferences(
  referrers: readonly Referrer[],
  targets: ReadonlyMap<string, Target>,
  faulty: CompiledFolder['faulty'] = [],
): Problem[] {
  const idsByKind = Map.groupBy(targets.values(), ({ kind }) => kind);
  const idsOf = (kind: TargetKind) =>
    [...(idsByKind.get(kind) ?? []), ...faulty.filter((record) => record.kind === kind)].map(({ id }) => id);
  return referrers.flatMap(({ file, references }) =>
    references
      .filter((reference) => !targets.has(keyOf(reference.kind, reference.id)) && !leadsInto(reference, faulty))
      .map(({ kind, id, line, column }): Problem => {
        const message = `unknown ${kind} "${id}". ${suggest(id, idsOf(kind), `There is no ${kind} of a name like it; add one or name another.`)}`;
        return { file, line, column, kind: 'unknown-reference', message };
      }),
  );
}
