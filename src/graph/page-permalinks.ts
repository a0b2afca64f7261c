import type { Address } from './addresses.ts';
import { toAddress } from './addresses.ts';
import type { Archive } from './archive.ts';
import { isAbout, listFreshCorrections } from './check-permalinks.ts';
import type { LivePermalink, MovedPermalink, Permalink, WithdrawnPermalink } from './permalinks.ts';

/** An address that stands for something else now, or for nothing. */
export type GonePermalink = MovedPermalink | WithdrawnPermalink;

/** One change of published words on a page. */
export interface PageChange {
  on: string;
  /** What changed, each with the hash that its words had before. */
  changed: { address: Address; was: string }[];
  /** The corrections that say how, by id; none where something was only added. */
  corrections: string[];
  /** True where what stood before still stands. */
  grown: boolean;
}

/** What one page owes to the addresses that it has and had. */
export interface PagePermalinks {
  addresses: Address[];
  /** Fragments of this page that moved or were withdrawn. */
  gone: GonePermalink[];
  /** Changes of its words, the first one first. */
  changes: PageChange[];
}

export const isGone = (kept: Permalink): kept is GonePermalink => kept.state !== 'live';

/** Every change of the words at one address: between two releases, and since the last one. */
function changesAt(archive: Archive, address: Address, kept: LivePermalink): PageChange[] {
  const about = archive.corrections.filter((correction) => isAbout(correction, address));
  const fresh = listFreshCorrections(about, archive.permalinks, archive.urlOf);
  const releaseOf = (id: string) => {
    const correction = archive.permalinks.byAddress.get(archive.urlOf('correction', id));
    return correction?.state === 'live' ? correction.history[0]?.on : undefined;
  };
  const steps = kept.history.map(({ hash, on }) => ({ hash, on, corrections: about.filter(({ id }) => releaseOf(id) === on) }));
  if (kept.hash !== address.hash) steps.push({ hash: address.hash, on: fresh[0]?.data.date ?? archive.settings.asOf, corrections: fresh });
  return steps.slice(1).flatMap(({ on, corrections }, index): PageChange[] => {
    const was = steps[index]?.hash;
    if (!was) return [];
    const grown = address.grownFrom.includes(was);
    return [{ on, changed: [{ address, was }], corrections: grown ? [] : corrections.map(({ id }) => id), grown }];
  });
}

/** Joins what one correction, or one release, changed at several places. */
function joinChanges(changes: readonly PageChange[]): PageChange[] {
  const groups = Map.groupBy(changes, ({ on, corrections, grown }) => [on, grown, ...corrections].join(' '));
  const joined = [...groups.values()].flatMap(([first, ...others]): PageChange[] =>
    first ? [{ ...first, changed: [first, ...others].flatMap(({ changed }) => changed) }] : [],
  );
  return joined.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** What every page owes, by path. Pages that have gone themselves are here with all that they had. */
export function listPagePermalinks(archive: Archive): Map<string, PagePermalinks> {
  const { byAddress } = archive.permalinks;
  const addressesByPath = Map.groupBy(archive.addresses, ({ path }) => path);
  const goneByPath = Map.groupBy(
    [...byAddress.values()].filter(isGone).filter(({ fragment }) => fragment !== ''),
    ({ path }) => path,
  );
  const paths = new Set([...addressesByPath.keys(), ...goneByPath.keys()]);
  return new Map(
    [...paths].map((path) => {
      const addresses = addressesByPath.get(path) ?? [];
      const changes = addresses.flatMap((address) => {
        const kept = byAddress.get(toAddress(address.path, address.fragment));
        return kept?.state === 'live' ? changesAt(archive, address, kept) : [];
      });
      return [path, { addresses, gone: goneByPath.get(path) ?? [], changes: joinChanges(changes) }];
    }),
  );
}

/** Pages that moved or were withdrawn: each needs a page that says so. Other files can only be answered by the host. */
export const listGonePages = ({ permalinks }: Archive): GonePermalink[] =>
  [...permalinks.byAddress.values()].filter(isGone).filter(({ path, fragment }) => fragment === '' && path.endsWith('/'));
