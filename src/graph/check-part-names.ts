import type { Problem } from '../compile/problem.ts';
import { isPartName } from './list-parts.ts';
import type { Target } from './targets.ts';

/** Reports events whose own page would lie where a year of the timeline does. */
export const checkPartNames = (targets: ReadonlyMap<string, Target>): Problem[] =>
  [...targets.values()]
    .filter(({ kind, id }) => kind === 'event' && isPartName(id))
    .map(({ id, file, line, column }) => ({
      file,
      line,
      column,
      kind: 'reserved-name',
      message: `"${id}" is the name of a part of the timeline. Give the event an id that also says what happened`,
    }));
