import { addressSchema, type LiveLine, pathSchema } from '../schema/permalink.ts';
import type { Settings } from '../schema/settings.ts';
import { type Address, indexAddresses, toAddress } from './addresses.ts';
import type { Permalinks } from './permalinks.ts';
import { isCiteFile } from './urls.ts';

/** What a build published: each page with the ids inside its `<main>`, and every address that its pages link to. */
export interface Published {
  pages: readonly { path: string; ids: readonly string[] }[];
  files: ReadonlySet<string>;
  linked: ReadonlySet<string>;
}

const DEFAULT_SITE = 'https://upheld.example';

/** What keeps an archive from being published under somebody's name, in sentences. */
export function listRefusals({ publisher, contact, wordsLicence }: Settings, site: string | undefined): string[] {
  const file = 'archive.json';
  return [
    ...(publisher === null ? [`Nobody answers for this archive. Name the publisher in ${file}`] : []),
    ...(contact === null ? [`Nobody can ask for a correction or a removal. Give the contact in ${file}`] : []),
    ...(wordsLicence === null ? [`Nobody knows whether they may use our words. Give "wordsLicence" in ${file}`] : []),
    ...(site === undefined || new URL(site).origin === DEFAULT_SITE
      ? ['Every link that readers copy would lead nowhere. Set UPHELD_SITE to the address where the site will be']
      : []),
  ];
}

/** Ids that the layout makes for readers; those that only name a region to a machine end in -title, -text or -desc. */
const isSection = (id: string) => /^[sp]-/.test(id) && !/-(?:title|text|desc)$/.test(id);

/** The fragments of a page that are addresses, in order, each with the hash of its words. */
function listFragments(
  path: string,
  ids: readonly string[],
  linked: ReadonlySet<string>,
  addressByKey: ReadonlyMap<string, Address>,
  { byAddress }: Permalinks,
) {
  const chosen = ids.filter((id) => {
    const address = toAddress(path, id);
    const kept = byAddress.get(address);
    if (kept) return kept.state === 'live';
    return (addressByKey.has(address) || linked.has(address) || isSection(id)) && addressSchema.safeParse(address).success;
  });
  const page = addressByKey.get(path);
  return [
    ...(page ? [['', page.hash] as const] : []),
    ...chosen.map((id) => [id, addressByKey.get(toAddress(path, id))?.hash ?? null] as const),
  ];
}

/** Whether the last line of a page says the same already. */
function isRecorded(
  path: string,
  fragments: readonly (readonly [string, string | null])[],
  { byAddress, orderByPath }: Permalinks,
): boolean {
  const order = orderByPath.get(path);
  const ids = fragments.flatMap(([id]) => (id === '' ? [] : [id]));
  if (!order || order.join(' ') !== ids.join(' ')) return false;
  return fragments.every(([id, hash]) => {
    const kept = byAddress.get(toAddress(path, id));
    return kept?.state === 'live' && kept.hash === hash;
  });
}

/**
 * The lines that a release adds to the ledger: one for each page that is new or has changed, and one for each new file that a page
 * links to, but for citations. Pages that stand for an address which moved or was withdrawn are not addresses of their own.
 */
export function listNewLines(
  { pages, files, linked }: Published,
  addresses: readonly Address[],
  permalinks: Permalinks,
  on: string,
): LiveLine[] {
  const addressByKey = indexAddresses(addresses);
  const isGone = (path: string) => (permalinks.byAddress.get(path)?.state ?? 'live') !== 'live';
  const documents = [...files].filter((path) => linked.has(path) && !isCiteFile(path)).map((path) => ({ path, ids: [] }));
  return [...pages, ...documents]
    .filter(({ path }) => path !== '/404.html' && !isGone(path) && pathSchema.safeParse(path).success)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap(({ path, ids }): LiveLine[] => {
      const fragments = listFragments(path, ids, linked, addressByKey, permalinks);
      return isRecorded(path, fragments, permalinks) ? [] : [{ on, path, state: 'live', fragments: Object.fromEntries(fragments) }];
    });
}
