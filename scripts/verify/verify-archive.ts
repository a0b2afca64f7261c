import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openCompileCache } from '../../src/compile/cache.ts';
import { compileFolder } from '../../src/compile/folder.ts';
import type { CompiledRecord } from '../../src/compile/record.ts';
import type { QuoteEntry, SourceEntry } from '../../src/graph/archive.ts';
import { buildQuotes } from '../../src/graph/quotes.ts';
import { pathOfCapture, readCaptures } from '../import/captures.ts';
import { Refusal } from '../import/refusal.ts';
import { checkQuote, groupBySource, leaveUnread, type Verdict } from './check-quotes.ts';
import { listProse } from './our-prose.ts';
import { type CopyText, readCopy } from './read-copy.ts';
import { openRunSearch, type SharedRun } from './shared-runs.ts';

/** What a check of the archive against the copies that are held, or one that was given, came to. */
export interface Verification {
  verdicts: Verdict[];
  /** The SHA-256 of the copy of each source that was read. */
  digests: Map<string, string>;
  runs: SharedRun[];
  /** Copies that could not be read, and why. */
  faults: string[];
}

interface Copy {
  source: string;
  path: string;
  /** What the ledger of captures says its digest is. */
  sha256: string | undefined;
}

interface Known {
  quotes: QuoteEntry[];
  sources: SourceEntry[];
}

const isDecision = (record: CompiledRecord): record is CompiledRecord<'decision'> => record.kind === 'decision';

/** The quotations and sources of a content folder. Records with faults are left out; "npm run check" names them. */
function readKnown(root: string, content: string): Known {
  const cache = openCompileCache(root, join(root, '.upheld', 'compiled'));
  const folder = compileFolder(content, relative(root, content), cache.compile);
  const decisions = folder.records
    .filter(isDecision)
    .map(({ id, file, data, segments, anchors }) => ({ kind: 'decision' as const, id, file, data, segments, anchors }));
  const sources = folder.sources.map(({ id, data }) => ({ id, data }));
  return {
    sources,
    quotes: buildQuotes(
      decisions,
      sources,
      [],
      folder.checks.map(({ data }) => data),
    ),
  };
}

/** The last copy of each source that the editor holds. */
const listHeld = (content: string): Copy[] => [
  ...new Map(
    readCaptures(content).map((capture) => [
      capture.source,
      { source: capture.source, path: pathOfCapture(content, capture), sha256: capture.sha256 },
    ]),
  ).values(),
];

async function openCopy(
  { source, path, sha256 }: Copy,
  { sources }: Known,
): Promise<{ text: CopyText; digest: string } | { fault: string }> {
  if (!existsSync(path)) return { fault: `${source}: ${path} is missing` };
  const bytes = readFileSync(path);
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== undefined && digest !== sha256)
    return { fault: `${source}: ${path} is not the copy that was brought in. Its SHA-256 is now ${digest}` };
  const statement = sources.find(({ id }) => id === source)?.data.custom.statement;
  try {
    return { text: await readCopy(bytes, statement), digest };
  } catch (error) {
    if (error instanceof Refusal) return { fault: `${source}: ${path} cannot be read. ${error.message}` };
    throw error;
  }
}

/** Checks every quotation against the copies held, or, where one is given, those of its source against that alone. */
export async function verifyArchive(root: string, content: string, given?: { source: string; file: string }): Promise<Verification> {
  const known = readKnown(root, content);
  const findRuns = openRunSearch(listProse(content, relative(root, content) || '.'));
  const copies = given ? [{ source: given.source, path: given.file, sha256: undefined }] : listHeld(content);
  const verification: Verification = { verdicts: [], digests: new Map(), runs: [], faults: [] };
  const quotesBySource = groupBySource(known.quotes);
  const read = new Set<string>();
  for (const copy of copies) {
    const opened = await openCopy(copy, known);
    if ('fault' in opened) {
      verification.faults.push(opened.fault);
      continue;
    }
    read.add(copy.source);
    verification.digests.set(copy.source, opened.digest);
    verification.verdicts.push(...(quotesBySource.get(copy.source) ?? []).map((quote) => checkQuote(quote, copy.source, opened.text)));
    verification.runs.push(...findRuns(opened.text.text, copy.source));
  }
  if (!given) {
    const unread = known.quotes.flatMap((quote) =>
      [...new Set(quote.data.evidence.map(({ source }) => source))]
        .filter((source) => !read.has(source))
        .map((source) => leaveUnread(quote, source)),
    );
    verification.verdicts.push(...unread);
  }
  return verification;
}

/** The sources of the archive, by their ids. */
export const listSourceIds = (root: string, content: string): string[] => readKnown(root, content).sources.map(({ id }) => id);
