import type { Reference } from '../compile/references.ts';
import type { TargetKind } from '../schema/reference.ts';
import type { Entry, Mention } from './archive.ts';
import { keyOf } from './targets.ts';

/** A record and what it refers to. */
export interface Mentioner {
  kind: TargetKind;
  id: string;
  references: readonly Reference[];
}

/** For every target, the records that mention it, each once. A record's mention of its own parts is not one. */
export function buildMentions(mentioners: readonly Mentioner[]): Map<string, Mention[]> {
  const mentions = new Map<string, Mention[]>();
  for (const { kind, id, references } of mentioners) {
    const foreign = references.filter(
      (reference) => !(reference.kind === kind && reference.id === id) && !reference.id.startsWith(`${id}/`),
    );
    for (const key of new Set(foreign.map((reference) => keyOf(reference.kind, reference.id)))) {
      const list = mentions.get(key);
      if (list) list.push({ kind, id });
      else mentions.set(key, [{ kind, id }]);
    }
  }
  return mentions;
}

/** For every target, the conflicts that concern it. */
export function buildConflictMarks(conflicts: readonly Entry<'conflict'>[]): Map<string, Entry<'conflict'>[]> {
  const rows = conflicts.flatMap((conflict) =>
    conflict.data.passages.flatMap((passage) => Object.entries(passage).map(([kind, id]) => ({ key: `${kind}:${id}`, conflict }))),
  );
  return new Map([...Map.groupBy(rows, ({ key }) => key)].map(([key, found]) => [key, found.map(({ conflict }) => conflict)]));
}
