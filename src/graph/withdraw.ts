import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CAPTURES } from '../compile/captures.ts';
import type { Problem } from '../compile/problem.ts';
import { removePassage } from '../compile/remove-part.ts';
import { type PermalinkLine, permalinksFile, type WithdrawalReason } from '../schema/permalink.ts';
import { type Address, splitAddress, toAddress } from './addresses.ts';
import { recordAt } from './record-at.ts';
import { appendPermalinks } from './ledger-file.ts';
import { loadArchive } from './load-archive.ts';
import { planWithdrawal, type PublishedState, type Subject } from './move.ts';
import type { Permalink, Permalinks } from './permalinks.ts';
import { findRemains, type Remains } from './remains.ts';
import { Editor, removeChecks, removeCorrections, removeRecord } from './take-out.ts';

/** What a withdrawal did, and what it leaves to the editor. */
export interface Withdrawal {
  /** Files that were deleted or changed. */
  files: string[];
  lines: PermalinkLine[];
  /** Everything that keeps the content from being published now: above all references to what is gone. */
  problems: Problem[];
  /** What the record said that was withdrawn. */
  words: readonly string[];
  /** Words of what was withdrawn that stand elsewhere in the content. */
  remains: Remains[];
}

const addressOf = ({ path, fragment }: { path: string; fragment: string }) => toAddress(path, fragment);

/** What the content had and has no longer, of the records that were meant: another that broke by it is still there to be mended. */
function listTaken(subject: Subject, corrections: readonly string[], before: PublishedState, after: PublishedState): Set<string> {
  const has = new Set(after.addresses.map(addressOf));
  const passage = 'address' in subject ? before.addresses.find((address) => addressOf(address) === subject.address) : undefined;
  const isMeant = ({ kind, id, passage: text }: Address) => {
    if (kind === 'correction' && corrections.includes(id)) return true;
    if (passage)
      return (
        kind === passage.kind &&
        id === passage.id &&
        text !== undefined &&
        after.addresses.some((one) => one.kind === kind && one.id === id)
      );
    return (
      !('address' in subject) &&
      ((kind === subject.kind && id === subject.id) || id.startsWith(`${subject.id}${subject.kind === 'family' ? '-' : '/'}`))
    );
  };
  return new Set(before.addresses.filter((address) => isMeant(address) && !has.has(addressOf(address))).map(addressOf));
}

/** The addresses that go: of those ever published, what was taken now, what had been taken before, and the layout's lists of it alone. */
function listGoing(subject: Subject, taken: ReadonlySet<string>, { byAddress }: Permalinks, after: PublishedState): string[] {
  const has = new Set(after.addresses.map(addressOf));
  const recordPaths = new Set(after.addresses.filter(({ fragment }) => fragment === '').map(({ path }) => path));
  // A family and its persons share a page, where their addresses look alike.
  const [kind, owned] =
    'address' in subject ? [] : subject.kind === 'family' ? ['person', `${subject.id}-`] : [subject.kind, `${subject.id}/`];
  const belongs = (address: string, kept: Permalink): boolean => {
    if ('address' in subject) return address === subject.address || kept.path === subject.address;
    const record = recordAt(address);
    if (record) return (record.kind === kind && record.id === subject.id) || record.id.startsWith(owned ?? '');
    return kept.state === 'live' && kept.hash === null && address.includes(`/${subject.id}/`) && !recordPaths.has(kept.path);
  };
  return [...byAddress].flatMap(([address, kept]) =>
    kept.state !== 'withdrawn' && !has.has(address) && (taken.has(address) || belongs(address, kept)) ? [address] : [],
  );
}

function readContent(content: string): { file: string; text: string }[] {
  return (
    readdirSync(content, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== permalinksFile && /\.(?:mdx|json|jsonl|txt|md|html)$/.test(entry.name))
      // Copies of sources are looked through as what they say and not as their bytes: scripts/withdraw/take-captures.ts.
      .filter((entry) => relative(content, entry.parentPath) !== CAPTURES)
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ file: path, text: readFileSync(path, 'utf8') }))
  );
}

/**
 * Takes a record or a passage away: out of its file, out of corrections and checks, and leaves a tombstone line for every address at
 * which it ever stood. References to it are for the editor to mend, and are told. Git keeps what it was given.
 */
export function withdraw(root: string, content: string, subject: Subject, reason: WithdrawalReason, on: string): Withdrawal {
  const before = loadArchive(root, content).published;
  const editor = new Editor(content);
  if ('address' in subject) {
    const [path, fragment] = splitAddress(subject.address);
    const passage = before.addresses.find((address) => address.path === path && address.fragment === fragment)?.passage;
    if (passage) {
      editor.change(relative(content, join(root, passage.file)), (text) => removePassage(passage.file, text, fragment));
      removeCorrections(editor, ({ paragraphs }) => paragraphs.includes(fragment));
    }
  } else {
    removeRecord(editor, subject);
    removeChecks(editor, subject);
    removeCorrections(editor, ({ passages }) =>
      passages.some(([kind, id]) => (kind === subject.kind && id === subject.id) || id.startsWith(`${subject.id}/`)),
    );
  }
  const after = loadArchive(root, content).published;
  const corrections = [...editor.files].flatMap((name) => /^corrections\/(.+)\.mdx$/.exec(name)?.[1] ?? []);
  const going = listGoing(subject, listTaken(subject, corrections, before, after), before.permalinks, after);
  const lines = planWithdrawal(going, before.permalinks, on, reason);
  if (lines.length > 0) appendPermalinks(content, lines);
  const label = relative(root, content).replaceAll('\\', '/') || '.';
  const files = readContent(content).map(({ file, text }) => ({ file: `${label}/${relative(content, file)}`, text }));
  return {
    files: [...editor.files].map((name) => `${label}/${name}`),
    lines,
    problems: loadArchive(root, content).problems,
    words: editor.words,
    remains: findRemains(editor.words, files),
  };
}
