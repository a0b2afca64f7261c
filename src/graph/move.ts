import { suggest } from '../compile/nearest.ts';
import { type MovedLine, type PermalinkLine, type WithdrawalReason } from '../schema/permalink.ts';
import { type TargetKind, targetKinds } from '../schema/reference.ts';
import { type Address, listPlaces, splitAddress, toAddress } from './addresses.ts';
import { recordAt } from './record-at.ts';
import type { Permalinks } from './permalinks.ts';

/** What the content publishes now, and what the ledger says it has published. */
export interface PublishedState {
  addresses: readonly Address[];
  permalinks: Permalinks;
}

/** What an editor names on a command line: a record as `kind:id`, or an address. */
export type Subject = { kind: TargetKind; id: string } | { address: string };

const isKind = (kind: string): kind is TargetKind => targetKinds.some((known) => known === kind);

/** Reads `quote:24-005-859/capacity` or `/decisions/24-005-859/#p-954a1cc8`; undefined where it is neither. */
export function readSubject(text: string): Subject | undefined {
  if (text.startsWith('/')) return { address: text };
  const [, kind = '', id = ''] = /^([a-z]+):([a-z0-9][a-z0-9/-]*)$/.exec(text) ?? [];
  return isKind(kind) ? { kind, id } : undefined;
}

const writeSubject = (subject: Subject): string => ('address' in subject ? subject.address : `${subject.kind}:${subject.id}`);

const placesOf = (subject: Subject): string[] => ('address' in subject ? [subject.address] : listPlaces(subject.kind, subject.id));

/** Where a place of the old goes: to the same kind of place of the new, or to the one by which it is cited. */
function pairPlace(place: string, from: Subject, to: Subject, targets: readonly string[]): string | undefined {
  const same = placesOf(to)[placesOf(from).indexOf(place)];
  return targets.find((target) => target === same) ?? targets[0];
}

/** Everything that moves with a record: itself, then what it owns. */
function listMovingRecords(from: Subject, to: Subject, { byAddress }: Permalinks): [from: Subject, to: Subject][] {
  if ('address' in from || 'address' in to) return [[from, to]];
  const records = new Map(
    [...byAddress.keys()].flatMap((address) => {
      const record = recordAt(address);
      return record?.id.startsWith(`${from.id}/`) ? [[`${record.kind}:${record.id}`, record] as const] : [];
    }),
  );
  return [
    [from, to],
    ...[...records.values()].map(({ kind, id }): [Subject, Subject] => [
      { kind, id },
      { kind, id: `${to.id}${id.slice(from.id.length)}` },
    ]),
  ];
}

/**
 * Lines that keep every move one hop long after `lines` are added: whatever moved to a place that moves now goes where that goes,
 * and whatever moved to a place that is withdrawn is withdrawn.
 */
function listFollowers({ byAddress }: Permalinks, lines: readonly PermalinkLine[]): PermalinkLine[] {
  const lineByAddress = new Map(lines.flatMap((line) => (line.state === 'live' ? [] : [[line.path, line] as const])));
  return [...byAddress].flatMap(([address, kept]): PermalinkLine[] => {
    const next = kept.state === 'moved' && !lineByAddress.has(address) ? lineByAddress.get(kept.to) : undefined;
    return next ? [{ ...next, path: address }] : [];
  });
}

/** Fragments that keep their names go with their page, and need no lines. */
function dropImplied(moves: readonly MovedLine[]): MovedLine[] {
  const targetByPath = new Map(moves.map(({ path, to }) => [path, to]));
  return moves.filter(({ path, to }) => {
    const [page, fragment] = splitAddress(path);
    const target = targetByPath.get(page);
    return fragment === '' || target === undefined || to !== toAddress(target, fragment);
  });
}

/** The lines that say that one record or address is now another, or why that cannot be said. */
export function planMove(from: Subject, to: Subject, state: PublishedState, on: string): { lines: PermalinkLine[]; faults: string[] } {
  const { byAddress } = state.permalinks;
  const published = new Set(state.addresses.map(({ path, fragment }) => toAddress(path, fragment)));
  const stands = (address: string) => published.has(address) || byAddress.get(address)?.state === 'live';
  const faults: string[] = [];
  const moves = listMovingRecords(from, to, state.permalinks).flatMap(([one, other]): MovedLine[] => {
    const sources = placesOf(one).filter((address) => byAddress.has(address));
    const targets = placesOf(other).filter(stands);
    const known = [...byAddress.keys()];
    if (sources.length === 0)
      faults.push(`${writeSubject(one)} was never published. ${suggest(placesOf(one)[0] ?? '', known, 'Name what was.')}`);
    if (targets.length === 0)
      faults.push(`Nothing is published at ${placesOf(other)[0]}. ${suggest(placesOf(other)[0] ?? '', [...published], 'Name what is.')}`);
    const still = sources.filter((address) => published.has(address));
    if (still[0]) faults.push(`${still[0]} still stands in the content. Move it there first, then run this again`);
    const gone = sources.find((address) => byAddress.get(address)?.state === 'withdrawn');
    if (gone) faults.push(`${gone} was withdrawn, and stays so`);
    return sources.flatMap((path): MovedLine[] => {
      const target = pairPlace(path, one, other, targets);
      return target === undefined ? [] : [{ on, path, state: 'moved', to: target }];
    });
  });
  if (faults.length > 0) return { lines: [], faults };
  const lines = dropImplied(moves);
  return { lines: [...lines, ...listFollowers(state.permalinks, moves)], faults };
}

/** The lines that withdraw these addresses; a page takes its fragments with it. */
export function planWithdrawal(
  addresses: readonly string[],
  permalinks: Permalinks,
  on: string,
  reason: WithdrawalReason,
): PermalinkLine[] {
  const chosen = new Set(addresses);
  const lines = [...chosen]
    .filter((address) => !(address.includes('#') && chosen.has(splitAddress(address)[0])))
    .map((path): PermalinkLine => ({ on, path, state: 'withdrawn', reason }));
  const fragments = [...chosen].map((path): PermalinkLine => ({ on, path, state: 'withdrawn', reason }));
  return [...lines, ...listFollowers(permalinks, fragments)];
}
