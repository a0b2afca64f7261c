import type { Problem } from '../compile/problem.ts';
import type { CompiledRecord } from '../compile/record.ts';
import type { Entry } from './archive.ts';
import { compareDates } from './interval.ts';
import { keyOf, type Target } from './targets.ts';

/** Reports every `<Days>` whose end comes before its beginning: it would print a length that is not there. */
export function checkSpans(
  records: readonly Pick<CompiledRecord, 'kind' | 'id' | 'file' | 'placed'>[],
  events: readonly Entry<'event'>[],
  targets: ReadonlyMap<string, Target>,
): Problem[] {
  const dateOf = new Map(events.map(({ id, data }) => [id, data.date]));
  return records.flatMap(({ kind, id, file, placed }) =>
    placed.spans
      .filter(({ from, to }) => compareDates(dateOf.get(from) ?? '', dateOf.get(to) ?? '') > 0)
      .map(({ from, to }): Problem => {
        const { line = 1, column = 1 } = targets.get(keyOf(kind === 'text' ? 'decision' : kind, id)) ?? {};
        const message = `<Days from="${from}" to="${to}"> ends before it begins. Turn it round`;
        return { file, line, column, kind: 'bad-property', message };
      }),
  );
}
