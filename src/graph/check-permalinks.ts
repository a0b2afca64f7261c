import { suggest } from '../compile/nearest.ts';
import type { Problem, ProblemKind } from '../compile/problem.ts';
import type { Address } from './addresses.ts';
import { indexAddresses, toAddress } from './addresses.ts';
import { recordAt } from './record-at.ts';
import type { Entry } from './archive.ts';
import { readEdtf } from '../schema/date.ts';
import { findLostRuns, type LostRun } from './lost-passages.ts';
import type { LivePermalink, Permalink, Permalinks } from './permalinks.ts';
import { keyOf, type Target } from './targets.ts';
import type { UrlOf } from './urls.ts';

interface Linked {
  urlOf: UrlOf;
  /** The ledger as messages name it. */
  file: string;
  addresses: readonly Address[];
  corrections: readonly Entry<'correction'>[];
  targets: ReadonlyMap<string, Target>;
}

const WITHDRAW = 'npm run withdraw -- <address> --reason <class>';

const addressOf = ({ path, fragment }: { path: string; fragment: string }) => toAddress(path, fragment);

/** Corrections that no release has published yet: only they can answer for a change that no release has published. */
export const listFreshCorrections = (
  corrections: readonly Entry<'correction'>[],
  { byAddress }: Permalinks,
  urlOf: UrlOf,
): Entry<'correction'>[] => corrections.filter(({ id }) => !byAddress.has(urlOf('correction', id)));

/** Whether a correction is about the words at an address. */
export function isAbout({ data }: Entry<'correction'>, { kind, id, fragment, passage }: Address): boolean {
  const named = data.passages.some((one) => Object.entries(one).some(([key, target]) => key === kind && target === id));
  if (!named) return false;
  return data.paragraphs.length === 0 || (passage !== undefined && data.paragraphs.includes(fragment));
}

/** Whether published words stand at an address no longer, other than by something added to them. */
const isChanged = (kept: LivePermalink, { hash, grownFrom }: Address): boolean =>
  kept.hash !== null && kept.hash !== hash && !grownFrom.includes(kept.hash);

function findLost(permalinks: Permalinks, addressByKey: ReadonlyMap<string, Address>): LivePermalink[] {
  const lost = [...permalinks.byAddress.values()].filter(
    (kept): kept is LivePermalink => kept.state === 'live' && kept.hash !== null && !addressByKey.has(addressOf(kept)),
  );
  const pages = new Set(lost.filter(({ fragment }) => fragment === '').map(({ path }) => path));
  return lost.filter(({ path, fragment }) => fragment === '' || !pages.has(path));
}

/** Published passages that are gone, with what now stands between their neighbours. */
export function listLostRuns(permalinks: Permalinks, addresses: readonly Address[]): LostRun[] {
  const lost = findLost(permalinks, indexAddresses(addresses)).filter((kept) => kept.fragment !== '' && !recordAt(addressOf(kept)));
  const addressesByPath = Map.groupBy(addresses, ({ path }) => path);
  return [...Map.groupBy(lost, ({ path }) => path)].flatMap(([path, own]) =>
    findLostRuns(path, new Set(own.map(({ fragment }) => fragment)), addressesByPath.get(path) ?? [], permalinks),
  );
}

/** What to do about a passage that is gone, by what stands in its place. */
function adviseOnPassage(address: string, fragment: string, candidates: readonly Address[]): string {
  const [only, ...others] = candidates;
  const otherwise = `npm run move -- ${address} <new address>, or ${WITHDRAW.replace('<address>', address)}`;
  if (!only) return `Nothing new stands between its neighbours. Bring it back, or run ${otherwise}`;
  if (others.length > 0) {
    const places = candidates.map(({ passage, fragment: id }) => `line ${passage?.line} (#${id})`).join(' and ');
    return `Between its neighbours now stand ${places}. Put <Anchor id="${fragment}" /> into the one that it became, or run ${otherwise}`;
  }
  const is = `Between its neighbours now stands #${only.fragment} of line ${only.passage?.line}`;
  if (fragment.startsWith('p-')) return `${is}. If that is the same passage, run npm run pin; else ${otherwise}`;
  return `${is}. If that is the same heading, give it back <Anchor id="${fragment}" />; else run ${otherwise}`;
}

/** One problem a passage, and one a record: not for its parts, nor for each place where it stood. */
function reportLost(permalinks: Permalinks, { file, addresses, urlOf }: Linked): Problem[] {
  const lost = findLost(permalinks, indexAddresses(addresses));
  const runByAddress = new Map(
    listLostRuns(permalinks, addresses).flatMap((run) => run.lost.map((fragment) => [toAddress(run.path, fragment), run] as const)),
  );
  const records = new Map(lost.map((kept) => [addressOf(kept), recordAt(addressOf(kept))]));
  const gone = new Set([...records.values()].flatMap((record) => (record ? [record.id] : [])));
  const told = new Set<string>();
  return lost.flatMap((kept): Problem[] => {
    const address = addressOf(kept);
    const record = records.get(address);
    const published = `${record ? `The ${record.kind} "${record.id}" at ${urlOf(record.kind, record.id)}` : address} was published on ${kept.on} and no longer lands.`;
    if (record) {
      const key = keyOf(record.kind, record.id);
      const [owner = '', local] = record.id.split('/');
      if (told.has(key) || (local !== undefined && gone.has(owner))) return [];
      told.add(key);
      const message = `${published} Bring it back, or run npm run move -- ${key} <its new address>, or ${WITHDRAW.replace('<address>', key)}`;
      return [{ file, line: kept.line, column: 1, kind: 'lost-permalink', message }];
    }
    const candidates = runByAddress.get(address)?.candidates ?? [];
    const place = candidates[0]?.passage ?? { file, line: kept.line, column: 1 };
    return [{ ...place, kind: 'lost-permalink', message: `${published} ${adviseOnPassage(address, kept.fragment, candidates)}` }];
  });
}

/** Every address that is published although it has moved or was withdrawn; of a page only the page itself. */
function reportReused({ byAddress }: Permalinks, { addresses, targets }: Linked): Problem[] {
  const isGone = (kept: Permalink | undefined) => kept !== undefined && kept.state !== 'live';
  return addresses.flatMap((address): Problem[] => {
    const kept = byAddress.get(addressOf(address));
    if (!kept || kept.state === 'live' || (address.fragment !== '' && isGone(byAddress.get(address.path)))) return [];
    const { file, line, column } = address.passage ?? targets.get(keyOf(address.kind, address.id)) ?? { file: '', line: 1, column: 1 };
    const verb = kept.state === 'moved' ? `moved to ${kept.to}` : 'was withdrawn';
    const message = `${addressOf(address)} ${verb} on ${kept.on} and can stand for nothing else. ${address.passage ? 'Word the passage differently' : 'Give this another id'}`;
    return [{ file, line, column, kind: 'reused-permalink', message }];
  });
}

function reportChanged(permalinks: Permalinks, { addresses, corrections, targets, urlOf }: Linked): Problem[] {
  const fresh = listFreshCorrections(corrections, permalinks, urlOf);
  const seen = new Set<string>();
  return addresses.flatMap((address): Problem[] => {
    const kept = permalinks.byAddress.get(addressOf(address));
    if (kept?.state !== 'live' || !isChanged(kept, address)) return [];
    const subject = address.passage ? address.canonical : keyOf(address.kind, address.id);
    if (seen.has(subject)) return [];
    seen.add(subject);
    const covering = fresh.filter((correction) => isAbout(correction, address));
    const early = covering.filter(({ data }) => (readEdtf(data.date).end?.last ?? Infinity) < (readEdtf(kept.on).start?.first ?? 0));
    if (covering.length > early.length) return [];
    const { file, line, column } = address.passage ?? targets.get(keyOf(address.kind, address.id)) ?? { file: '', line: 1, column: 1 };
    const where = address.passage ? ` and "paragraphs: [${address.fragment}]"` : '';
    const todo = early[0]
      ? `The correction "${early[0].id}" is dated ${early[0].data.date}, before they were published. Mend its date`
      : `Add a correction with "passages: [{ ${address.kind}: ${address.id} }]"${where}, or put the words back`;
    const message = `The words at ${addressOf(address)} are not those published on ${kept.on}. ${todo}`;
    return [{ file, line, column, kind: 'uncorrected-change', message }];
  });
}

/** Moves must end, in one hop, where something stands. Where only the layout stood, the built pages are asked later. */
function reportTargets(permalinks: Permalinks, { file, addresses }: Linked): Problem[] {
  const published = new Set(addresses.map(addressOf));
  const { byAddress } = permalinks;
  const known = [...new Set([...published, ...byAddress.keys()])];
  return [...byAddress.values()].flatMap((kept): Problem[] => {
    if (kept.state !== 'moved') return [];
    const report = (kind: ProblemKind, message: string): Problem[] => [{ file, line: kept.line, column: 1, kind, message }];
    const target = byAddress.get(kept.to);
    if (target && target.state !== 'live') {
      const went = target.state === 'moved' ? `moved to ${target.to}` : 'was withdrawn';
      const line =
        target.state === 'moved' ? `npm run move -- ${addressOf(kept)} ${target.to}` : WITHDRAW.replace('<address>', addressOf(kept));
      return report(
        'broken-permalink',
        `${addressOf(kept)} moved to ${kept.to}, which itself ${went}. Run ${line}, so that one hop is enough`,
      );
    }
    if (target || published.has(kept.to) || kept.hash === null) return [];
    return report(
      'broken-permalink',
      `${addressOf(kept)} moved to ${kept.to}, where nothing stands. ${suggest(kept.to, known, 'Name an address that is published.')}`,
    );
  });
}

/** What the ledger promised and the content no longer keeps. */
export function checkPermalinks(permalinks: Permalinks, linked: Linked): Problem[] {
  return [
    ...reportLost(permalinks, linked),
    ...reportReused(permalinks, linked),
    ...reportChanged(permalinks, linked),
    ...reportTargets(permalinks, linked),
  ];
}
