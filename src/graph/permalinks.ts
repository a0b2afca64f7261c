import type { CompiledPermalink } from '../compile/ledger.ts';
import { suggest } from '../compile/nearest.ts';
import type { Problem, ProblemKind } from '../compile/problem.ts';
import type { WithdrawalReason } from '../schema/permalink.ts';
import { splitAddress, toAddress } from './addresses.ts';

interface Kept {
  path: string;
  /** Empty for the page itself. */
  fragment: string;
  /** The line of the ledger that says so. */
  line: number;
}

/** An address that must land. Its words are those of the last release, and `on` is the day since which they stand. */
export interface LivePermalink extends Kept {
  state: 'live';
  on: string;
  /** Null where only the layout stands there. */
  hash: string | null;
  /** The hashes of its words, each with the day of its release, the present one last. */
  history: { hash: string | null; on: string }[];
}

export interface MovedPermalink extends Kept {
  state: 'moved';
  on: string;
  to: string;
  /** The hash of its words when it moved; null where only the layout stood there. */
  hash: string | null;
}

export interface WithdrawnPermalink extends Kept {
  state: 'withdrawn';
  on: string;
  reason: WithdrawalReason;
}

export type Permalink = LivePermalink | MovedPermalink | WithdrawnPermalink;

/** What the ledger says of every address ever published. */
export interface Permalinks {
  byAddress: Map<string, Permalink>;
  /** The fragments of each page in the order of its last release. */
  orderByPath: Map<string, readonly string[]>;
}

const addressOf = ({ path, fragment }: Kept) => toAddress(path, fragment);

/** Tells what the lines say, one after the other. */
function readLines(lines: readonly CompiledPermalink[]): Permalinks & { problems: Problem[] } {
  const byAddress = new Map<string, Permalink>();
  const orderByPath = new Map<string, readonly string[]>();
  const problems: Problem[] = [];

  const setLive = (path: string, fragment: string, hash: string | null, on: string, { file, line }: CompiledPermalink) => {
    const address = toAddress(path, fragment);
    const earlier = byAddress.get(address);
    if (!earlier) byAddress.set(address, { state: 'live', path, fragment, line, on, hash, history: [{ hash, on }] });
    else if (earlier.state !== 'live') {
      const message = `Line ${earlier.line} says that ${address} was ${earlier.state}. An address is never given to anything else; take this line back`;
      problems.push({ file, line, column: 1, kind: 'reused-permalink', message });
    } else if (earlier.hash !== hash) byAddress.set(address, { ...earlier, line, on, hash, history: [...earlier.history, { hash, on }] });
  };

  for (const written of lines) {
    const { file, line, data } = written;
    const report = (kind: ProblemKind, message: string) => problems.push({ file, line, column: 1, kind, message });
    const [path, fragment] = splitAddress(data.path);
    if (data.state === 'live') {
      setLive(path, '', data.fragments[''] ?? null, data.on, written);
      for (const [id, hash] of Object.entries(data.fragments)) if (id !== '') setLive(path, id, hash, data.on, written);
      orderByPath.set(
        path,
        Object.keys(data.fragments).filter((id) => id !== ''),
      );
      continue;
    }
    const earlier = byAddress.get(data.path);
    if (!earlier)
      report(
        'broken-permalink',
        `${data.path} was never published. ${suggest(data.path, [...byAddress.keys()], 'Name an address that was.')}`,
      );
    else if (earlier.state === 'withdrawn')
      report('reused-permalink', `Line ${earlier.line} withdrew ${data.path}. Take this line back: what was withdrawn stays so`);
    else if (data.state === 'moved')
      byAddress.set(data.path, { state: 'moved', path, fragment, line, on: data.on, to: data.to, hash: earlier.hash });
    else byAddress.set(data.path, { state: 'withdrawn', path, fragment, line, on: data.on, reason: data.reason });
  }
  return { byAddress, orderByPath, problems };
}

/**
 * Replays the ledger. The fragments of a page that moved go with it to the same names on its new page, where those are published;
 * those of a withdrawn page are withdrawn with it. `isPublished` says which addresses the archive has now.
 */
export function replayPermalinks(
  lines: readonly CompiledPermalink[],
  isPublished: (address: string) => boolean,
): { permalinks: Permalinks; problems: Problem[] } {
  const { byAddress, orderByPath, problems } = readLines(lines);
  const lands = (address: string) => isPublished(address) || byAddress.get(address)?.state === 'live';
  for (const kept of [...byAddress.values()]) {
    const page = byAddress.get(kept.path);
    if (kept.fragment === '' || kept.state !== 'live' || !page || page.state === 'live') continue;
    const { path, fragment } = kept;
    const { line, on } = page;
    if (page.state === 'withdrawn') {
      byAddress.set(addressOf(kept), { state: 'withdrawn', path, fragment, line, on, reason: page.reason });
      continue;
    }
    const [target, within] = splitAddress(page.to);
    const same = toAddress(target, fragment);
    const to = within === '' && lands(same) ? same : kept.hash === null ? page.to : undefined;
    if (to !== undefined) byAddress.set(addressOf(kept), { state: 'moved', path, fragment, line, on, to, hash: kept.hash });
  }
  return { permalinks: { byAddress, orderByPath }, problems };
}
