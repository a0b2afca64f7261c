import { type Address, toAddress } from '../../graph/addresses.ts';

/** The id of a record without the letter of its kind, with which its address ends. */
const localOf = (fragment: string) => fragment.replace(/^[frq]-/, '');

const kindOf = (fragment: string) => /^[a-z]-/.exec(fragment)?.[0] ?? '';

/** The address by which a thing is cited, with `*` for its id. */
const patternOf = ({ fragment, canonical }: Address) =>
  fragment === '' ? canonical : canonical.replace(new RegExp(`${localOf(fragment)}(/?)$`), '*$1');

/**
 * By which address what stands on a page is cited, as pairs of fragment and address: one for every kind of fragment, as `q-` and
 * `/quotes/24-005-859/*` with a slash, and one for each that differs from its kind. A pair is left out where the address is this one.
 */
export function listCited(addresses: readonly Address[]): [fragment: string, address: string][] {
  const isHere = ({ path, fragment, canonical }: Address) => canonical === toAddress(path, fragment);
  const firstByKind = new Map(addresses.toReversed().map((address) => [kindOf(address.fragment), address]));
  const shared = [...firstByKind]
    .filter(([kind, first]) => kind !== '' && !isHere(first))
    .map(([kind, first]) => [kind, patternOf(first)] as const);
  const patternByKind = new Map(shared);
  const single = addresses.flatMap((address): [string, string][] => {
    const expected = patternByKind.get(kindOf(address.fragment));
    if (isHere(address)) return expected === undefined ? [] : [[address.fragment, address.canonical]];
    return expected === patternOf(address) ? [] : [[address.fragment, patternOf(address)]];
  });
  return [...patternByKind, ...single];
}
