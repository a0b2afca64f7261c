import type { CompiledFolder } from '../compile/folder.ts';
import type { Problem } from '../compile/problem.ts';
import type { Place } from '../compile/line-places.ts';
import type { CompiledRecord } from '../compile/record.ts';
import type { TargetKind } from '../schema/reference.ts';
import { urlOnOnePage } from './urls.ts';

/** Anything that has an id and can be pointed at. */
export interface Target extends Place {
  kind: TargetKind;
  id: string;
  file: string;
}

export const keyOf = (kind: TargetKind, id: string) => `${kind}:${id}`;

const NOWHERE: Place = { line: 1, column: 1 };

function listOwned(
  kind: TargetKind,
  field: string,
  owner: string,
  file: string,
  ids: readonly string[],
  places: Record<string, Place>,
  join = '/',
): Target[] {
  return ids.map((id, index) => ({ kind, id: `${owner}${join}${id}`, file, ...(places[`${field}.${index}`] ?? NOWHERE) }));
}

const isKind = <K extends CompiledRecord['kind']>(record: CompiledRecord, kind: K): record is CompiledRecord<K> => record.kind === kind;

function listRecordTargets(record: CompiledRecord): Target[] {
  const { kind, id, file, places } = record;
  if (kind === 'text') return [];
  const own: Target = { kind, id, file, ...(places[''] ?? NOWHERE) };
  const idsOf = (items: readonly { id: string }[]) => items.map((item) => item.id);
  if (isKind(record, 'decision')) {
    const { findings, recommendations, payments, quotes } = record.data;
    return [
      own,
      ...listOwned('finding', 'findings', id, file, idsOf(findings), places),
      ...listOwned('recommendation', 'recommendations', id, file, idsOf(recommendations), places),
      ...listOwned('payment', 'payments', id, file, idsOf(payments), places),
      ...listOwned('quote', 'quotes', id, file, idsOf(quotes), places),
    ];
  }
  if (isKind(record, 'family')) return [own, ...listOwned('person', 'persons', id, file, idsOf(record.data.persons), places, '-')];
  return [own];
}

/** Everything that can be pointed at, and what has been named twice. */
export function listTargets({ records, sources }: Pick<CompiledFolder, 'records' | 'sources'>): {
  targets: Map<string, Target>;
  problems: Problem[];
} {
  const all = [
    ...records.flatMap(listRecordTargets),
    ...sources.flatMap(({ id, file, data, places }): Target[] => [
      { kind: 'source', id, file, ...(places[''] ?? NOWHERE) },
      ...listOwned(
        'quote',
        'quotes',
        id,
        file,
        data.custom.quotes.map((quote) => quote.id),
        places,
      ),
    ]),
  ];
  const targets = new Map<string, Target>();
  const problems: Problem[] = [];
  const targetByUrl = new Map<string, Target>();
  for (const target of all) {
    const url = urlOnOnePage(target.kind, target.id);
    const first = targetByUrl.get(url);
    targetByUrl.set(url, first ?? target);
    if (first) {
      const message = `The ${first.kind} "${target.id}" is already at ${first.file}:${first.line}. Give one of them another id`;
      problems.push({ file: target.file, line: target.line, column: target.column, kind: 'duplicate-id', message });
    }
    if (!targets.has(keyOf(target.kind, target.id))) targets.set(keyOf(target.kind, target.id), target);
  }
  return { targets, problems };
}
