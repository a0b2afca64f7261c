import type { Problem, ProblemKind } from '../compile/problem.ts';
import type { Speaker } from '../schema/quote.ts';
import type { QuoteEntry } from './archive.ts';
import { facetKinds, slugOfSpeaker } from './quote-facets.ts';
import { keyOf, type Target } from './targets.ts';

// `page` begins the address of the later pages of a list.
const isReserved = (id: string) => id === 'page' || facetKinds.some((kind) => kind === id);
const sameSpeaker = (a: Speaker, b: Speaker) => a.body === b.body && a.person === b.person && a.name === b.name;
const nameOf = ({ body, person, name }: Speaker) => body ?? person ?? name ?? '';

/** Reports what would give two pages under `/quotes/` one address: an owner with the name of a facet, and two speakers with one slug. */
export function checkQuoteAddresses(quotes: readonly QuoteEntry[], targets: ReadonlyMap<string, Target>): Problem[] {
  const report = (target: Target | undefined, kind: ProblemKind, message: string): Problem => {
    const { file = '', line = 1, column = 1 } = target ?? {};
    return { file, line, column, kind, message };
  };
  const reserved = [...targets.values()]
    .filter(({ kind, id }) => (kind === 'decision' || kind === 'source') && isReserved(id))
    .map((target) =>
      report(target, 'reserved-name', `"${target.id}" is the name of a list under /quotes/. Give the ${target.kind} another id`),
    );

  const speakerBySlug = new Map<string, Speaker>();
  const clashes = quotes.flatMap(({ id, data: { speaker } }) => {
    const slug = slugOfSpeaker(speaker);
    const first = speakerBySlug.get(slug) ?? speaker;
    speakerBySlug.set(slug, first);
    if (sameSpeaker(first, speaker)) return [];
    const message = `The speaker "${nameOf(speaker)}" would have the address of "${nameOf(first)}". If they are one, write them alike; if not, word one differently`;
    return [report(targets.get(keyOf('quote', id)), 'reserved-name', message)];
  });
  return [...reserved, ...clashes];
}
