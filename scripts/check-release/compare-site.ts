import { readChecksums, digestOf } from '../../src/integrations/checksums.ts';
import { findOriginal, unpackCopy } from '../../src/integrations/precompress.ts';

/** What a copy of the site gives for one file. */
type Answer = { bytes: Uint8Array } | 'missing' /** A host that answers an address by sending on shows no file there. */ | 'sent on';

/** A copy of a site, wherever it lies. */
export interface Copy {
  read: (path: string) => Promise<Answer>;
  /** Every file that is there, where that can be told. */
  list?: () => string[];
}

export interface Comparison {
  /** How many files are byte for byte what was released. */
  same: number;
  /** Sentences about the files that are not, in order. */
  faults: string[];
  /** Pages that the host sends on instead of showing them. */
  sentOn: string[];
}

const AT_ONCE = 8;
/** Files that tell a host what to do; some hosts keep them to themselves. */
const isForHost = (path: string) => path.startsWith('_');

/** What is wrong with a file that the list does not have. A packed copy is right where it holds what its file was released with. */
async function findStray(path: string, digestByPath: ReadonlyMap<string, string>, copy: Copy): Promise<string | undefined> {
  const packed = findOriginal(path);
  const digest = packed && digestByPath.get(packed.original);
  if (!packed || digest === undefined) return `${path} was not released`;
  const answer = await copy.read(path);
  const bytes = typeof answer === 'string' ? undefined : unpackCopy(packed.packing, answer.bytes);
  if (bytes && digestOf(bytes) === digest) return undefined;
  return `${path} does not unpack to ${packed.original} as it was released. Run npm run precompress on this folder`;
}

/** Holds a copy of a site against the list of digests of its release. */
export async function compareSite(sums: string, copy: Copy): Promise<Comparison> {
  const digestByPath = readChecksums(sums);
  const faults: string[] = [];
  const sentOn: string[] = [];
  let same = 0;
  const open = [...digestByPath];
  const check = async ([path, digest]: [string, string]) => {
    const answer = await copy.read(path);
    if (answer === 'sent on') sentOn.push(path);
    else if (answer === 'missing') {
      if (!isForHost(path) || copy.list) faults.push(`${path} is missing`);
    } else if (digestOf(answer.bytes) === digest) same += 1;
    else faults.push(`${path} is not the file that was released: its SHA-256 is ${digestOf(answer.bytes)}, not ${digest}`);
  };
  const work = async () => {
    for (let next = open.pop(); next; next = open.pop()) await check(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const path of copy.list?.() ?? []) {
    if (digestByPath.has(path)) continue;
    const fault = await findStray(path, digestByPath, copy);
    if (fault !== undefined) faults.push(fault);
  }
  return { same, faults: faults.toSorted(), sentOn: sentOn.toSorted() };
}
