import type { Problem } from '../compile/problem.ts';
import { readEdtf } from '../schema/date.ts';
import type { Entry } from './archive.ts';
import { keyOf, type Target } from './targets.ts';

/** Every body that comes before `id`, however far back. */
function listPredecessors(id: string, bodyById: ReadonlyMap<string, Entry<'body'>>): Set<string> {
  const found = new Set<string>();
  const open = [id];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { body } of bodyById.get(at)?.data.succeeds ?? []) {
      if (found.has(body)) continue;
      found.add(body);
      open.push(body);
    }
  }
  return found;
}

/** The laws of succession: no body comes after itself, and none takes over from another before that one took over. */
export function checkSuccession(bodies: readonly Entry<'body'>[], targets: ReadonlyMap<string, Target>): Problem[] {
  const bodyById = new Map(bodies.map((body) => [body.id, body]));
  return bodies.flatMap(({ id, data }) => {
    const { file = '', line = 1, column = 1 } = targets.get(keyOf('body', id)) ?? {};
    const report = (message: string): Problem => ({ file, line, column, kind: 'broken-lineage', message });
    if (listPredecessors(id, bodyById).has(id)) return [report(`"${id}" comes after itself in a circle. Take one "succeeds" away`)];
    return data.succeeds.flatMap(({ body, date }) =>
      (bodyById.get(body)?.data.succeeds ?? []).flatMap((earlier) => {
        const [end, start] = [readEdtf(date).end, readEdtf(earlier.date).start];
        if (!end || !start || end.last >= start.first) return [];
        return [report(`"${id}" took over from "${body}" in ${date}, before "${body}" began in ${earlier.date}. Mend one of the dates`)];
      }),
    );
  });
}
