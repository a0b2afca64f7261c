import type { CompiledRecord } from '../compile/record.ts';
import type { Reference } from '../compile/references.ts';
import type { TargetKind } from '../schema/reference.ts';
import type { Archive, Entry, Mention } from './archive.ts';
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

/**
 * What uses a quotation or a theme and is no mention by another record: the account of the decision that owns it, then
 * findings, then recommendations.
 */
export function buildUses(
  decisions: readonly Pick<CompiledRecord, 'id' | 'placed'>[],
  { findings, recommendations }: Pick<Archive, 'findings' | 'recommendations'>,
): Map<string, Mention[]> {
  const uses = new Map<string, Mention[]>();
  const add = (user: Mention, kind: TargetKind, ids: readonly string[]) => {
    for (const id of new Set(ids)) {
      const list = uses.get(keyOf(kind, id));
      if (list) list.push(user);
      else uses.set(keyOf(kind, id), [user]);
    }
  };
  for (const { id, placed } of decisions) {
    const own = placed.quotes.filter((quote) => quote.startsWith(`${id}/`));
    add({ kind: 'decision', id }, 'quote', own);
  }
  for (const { id, data } of findings) {
    add({ kind: 'finding', id }, 'quote', data.quotes);
    add({ kind: 'finding', id }, 'theme', data.themes);
  }
  for (const { id, data } of findings) {
    const replied = data.replies.flatMap(({ quotes }) => quotes).filter((quote) => !data.quotes.includes(quote));
    add({ kind: 'finding', id }, 'quote', replied);
  }
  for (const { id, data } of recommendations) {
    add({ kind: 'recommendation', id }, 'quote', data.quotes);
    add({ kind: 'recommendation', id }, 'theme', data.themes);
  }
  return uses;
}

/** For every target, the conflicts that concern it. */
export function buildConflictMarks(conflicts: readonly Entry<'conflict'>[]): Map<string, Entry<'conflict'>[]> {
  const rows = conflicts.flatMap((conflict) =>
    conflict.data.passages.flatMap((passage) => Object.entries(passage).map(([kind, id]) => ({ key: `${kind}:${id}`, conflict }))),
  );
  return new Map([...Map.groupBy(rows, ({ key }) => key)].map(([key, found]) => [key, found.map(({ conflict }) => conflict)]));
}
