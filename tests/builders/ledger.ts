import type { Address } from '../../src/graph/addresses.ts';
import type { Permalinks } from '../../src/graph/permalinks.ts';
import { listNewLines } from '../../src/graph/release.ts';
import type { LiveLine } from '../../src/schema/permalink.ts';

const none: Permalinks = { byAddress: new Map(), orderByPath: new Map() };

/** The lines that a release adds for addresses, as if its pages held nothing else. */
export function releaseLines(addresses: readonly Address[], on: string, permalinks: Permalinks = none): LiveLine[] {
  const pages = [...Map.groupBy(addresses, ({ path }) => path)].map(([path, own]) => ({
    path,
    ids: own.flatMap(({ fragment }) => fragment || []),
  }));
  return listNewLines({ pages, files: new Set(), linked: new Set() }, addresses, permalinks, on);
}
