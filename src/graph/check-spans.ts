import type { Problem } from '../compile/problem.ts';
import { listCalls } from '../compile/segments.ts';
import type { Entry } from './archive.ts';
import { compareDates } from './interval.ts';
import { keyOf, type Target } from './targets.ts';

/** Reports every `<Days>` whose end comes before its beginning: it would print a length that is not there. */
export function checkSpans(
  entries: readonly Pick<Entry, 'kind' | 'id' | 'file' | 'segments'>[],
  events: readonly Entry<'event'>[],
  targets: ReadonlyMap<string, Target>,
): Problem[] {
  const dateOf = new Map(events.map(({ id, data }) => [id, data.date]));
  return entries.flatMap(({ kind, id, file, segments }) =>
    listCalls(segments)
      .filter(
        ({ name, props }) =>
          name === 'Days' && compareDates(dateOf.get(props['from'] ?? '') ?? '', dateOf.get(props['to'] ?? '') ?? '') > 0,
      )
      .map(({ props }): Problem => {
        const { line = 1, column = 1 } = targets.get(keyOf(kind === 'text' ? 'decision' : kind, id)) ?? {};
        return {
          file,
          line,
          column,
          kind: 'bad-property',
          message: `<Days from="${props['from']}" to="${props['to']}"> ends before it begins. Turn it round`,
        };
      }),
  );
}
