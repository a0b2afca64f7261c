import { type Address, toAddress } from './addresses.ts';
import type { Permalinks } from './permalinks.ts';

/** Published passages that are gone, side by side on one page, and what stands between their neighbours now. */
export interface LostRun {
  path: string;
  /** The fragments that no longer land. */
  lost: string[];
  /** Passages between the same neighbours that were never published. */
  candidates: Address[];
}

const isParagraph = (fragment: string) => fragment.startsWith('p-');

/** Divides lost fragments into runs that nothing still published interrupts; each with the neighbours on both sides. */
function findRuns(order: readonly string[], lost: ReadonlySet<string>, present: ReadonlyMap<string, number>) {
  const runs: { lost: string[]; before: string | undefined; after: string | undefined }[] = [];
  let run: string[] = [];
  let before: string | undefined;
  const close = (after: string | undefined) => {
    if (run.length > 0) runs.push({ lost: run, before, after });
    run = [];
    before = after;
  };
  for (const fragment of order) {
    if (lost.has(fragment)) run.push(fragment);
    else if (present.has(fragment)) close(fragment);
  }
  close(undefined);
  return runs;
}

/**
 * Finds, for the lost passages of one page, the new ones between the same neighbours. Paragraphs answer for paragraphs and headings for
 * headings; where passages changed places there is no answer. `current` are the page's addresses in their order.
 */
export function findLostRuns(
  path: string,
  lost: ReadonlySet<string>,
  current: readonly Address[],
  { byAddress, orderByPath }: Permalinks,
): LostRun[] {
  const present = new Map(current.map(({ fragment }, index) => [fragment, index]));
  return findRuns(orderByPath.get(path) ?? [], lost, present).flatMap((run): LostRun[] => {
    const from = run.before === undefined ? 0 : (present.get(run.before) ?? 0) + 1;
    const to = run.after === undefined ? current.length : (present.get(run.after) ?? 0);
    const fresh = current
      .slice(from, Math.max(from, to))
      .filter(({ passage, fragment }) => passage && !byAddress.has(toAddress(path, fragment)));
    return [true, false].flatMap((paragraphs): LostRun[] => {
      const own = run.lost.filter((fragment) => isParagraph(fragment) === paragraphs);
      const candidates = fresh.filter(({ fragment }) => isParagraph(fragment) === paragraphs);
      return own.length > 0 ? [{ path, lost: own, candidates }] : [];
    });
  });
}
