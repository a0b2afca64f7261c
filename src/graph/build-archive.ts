import type { CompiledFolder } from '../compile/folder.ts';
import type { Place } from '../compile/line-places.ts';
import { type Problem, sortProblems } from '../compile/problem.ts';
import type { CompiledRecord } from '../compile/record.ts';
import { shareSegments } from '../compile/written.ts';
import { type Kind, kindNames } from '../schema/kinds.ts';
import { listAddresses, toAddress } from './addresses.ts';
import type { Archive, Entry, OwnedEntry } from './archive.ts';
import { checkAnchors } from './check-anchors.ts';
import { checkConflicts } from './check-conflicts.ts';
import { checkDecisions } from './check-decisions.ts';
import { checkPartNames } from './check-part-names.ts';
import { checkLineages } from './check-lineages.ts';
import { checkPermalinks } from './check-permalinks.ts';
import { checkSpans } from './check-spans.ts';
import { checkQuoteAddresses } from './check-quote-addresses.ts';
import { checkSuccession } from './check-succession.ts';
import { testClaims } from './claims.ts';
import { compareDates } from './interval.ts';
import { buildLabels } from './labels.ts';
import { buildLineages } from './lineage.ts';
import { placeLists } from './list-parts.ts';
import { buildConflictMarks, buildMentions, buildUses } from './mentions.ts';
import { replayPermalinks } from './permalinks.ts';
import { buildQuotes, checkQuotes } from './quotes.ts';
import { resolveReferences } from './resolve.ts';
import { listTargets, type Target } from './targets.ts';
import { buildTexts, checkTexts } from './texts.ts';

const isKind = <K extends Kind>(record: CompiledRecord, kind: K): record is CompiledRecord<K> => record.kind === kind;

const entriesOf = <K extends Kind>(records: readonly CompiledRecord[], kind: K): Entry<K>[] =>
  records
    .filter((record) => isKind(record, kind))
    .map((record) => {
      const { id, file, data, anchors, coverage } = record;
      return shareSegments(record, { kind, id, file, data, anchors, ...(coverage && { coverage }) });
    });

const byOrder = (a: number | string, b: number | string) => (a < b ? -1 : a > b ? 1 : 0);

const byPlace = (a: Place | undefined, b: Place | undefined) => (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0);

/** The same order whatever the order of the files: a stable sort after this one leaves nothing to chance. */
const arrange = (records: readonly CompiledRecord[]): CompiledRecord[] =>
  records.toSorted(
    (a, b) => byOrder(kindNames.indexOf(a.kind), kindNames.indexOf(b.kind)) || byOrder(a.id, b.id) || byOrder(a.file, b.file),
  );

const byText = (a: string, b: string) => a.localeCompare(b, 'en-GB');
const byDate = (a: Entry<'decision' | 'event' | 'correction'>, b: Entry<'decision' | 'event' | 'correction'>) =>
  compareDates(a.data.date, b.data.date) || (a.id < b.id ? -1 : 1);

function listOwned<T extends { id: string }>(
  decisions: readonly Entry<'decision'>[],
  pick: (decision: Entry<'decision'>) => readonly T[],
): OwnedEntry<T>[] {
  return decisions.flatMap((decision) => pick(decision).map((data) => ({ id: `${decision.id}/${data.id}`, decision: decision.id, data })));
}

export interface LinkedArchive {
  archive: Archive | undefined;
  problems: Problem[];
  /** Everything that has an id, faults elsewhere or not. */
  targets: ReadonlyMap<string, Target>;
  /** The addresses of what could be read, and the ledger, also where there are problems. */
  published: Pick<Archive, 'addresses' | 'permalinks'>;
}

/**
 * Links compiled records into the archive: every reference resolves or is a problem, and all that can be
 * derived is derived. Pure; the order of the files makes no difference. The archive is there only without problems.
 */
export function buildArchive(folder: CompiledFolder): LinkedArchive {
  const { settings, access, checks, captures } = folder;
  const records = arrange(folder.records);
  const allSources = folder.sources.toSorted((a, b) => byOrder(a.id, b.id) || byPlace(a.places[''], b.places['']));
  const { targets, problems: duplicates } = listTargets({ records, sources: allSources });
  const decisions = entriesOf(records, 'decision').toSorted(byDate);
  const events = entriesOf(records, 'event').toSorted(byDate);
  const families = entriesOf(records, 'family');
  const claims = entriesOf(records, 'claim');
  const conflicts = entriesOf(records, 'conflict').toSorted((a, b) => byText(a.data.title, b.data.title));
  const sources = allSources.map(({ id, data }) => ({ id, data })).toSorted((a, b) => byText(a.data.custom.short, b.data.custom.short));
  const persons = families.flatMap((family) =>
    family.data.persons.map((data) => ({ id: `${family.id}-${data.id}`, family: family.id, data })),
  );
  const recommendations = listOwned(decisions, ({ data }) => data.recommendations);
  const payments = listOwned(decisions, ({ data }) => data.payments);
  const quotes = buildQuotes(
    decisions,
    sources,
    persons,
    checks.map(({ data }) => data),
  );

  const texts = buildTexts(
    records.filter((record) => isKind(record, 'text')),
    quotes,
  );
  const corrections = entriesOf(records, 'correction').toSorted(byDate).toReversed();
  const { urlOf, partOf, parts } = placeLists(
    { event: events, recommendation: recommendations, payment: payments, person: persons, correction: corrections },
    folder.permalinks,
  );
  const linked = {
    urlOf,
    decisions,
    texts,
    events,
    families,
    claims,
    conflicts,
    sources,
    persons,
    recommendations,
    payments,
    quotes,
    bodies: entriesOf(records, 'body').toSorted((a, b) => byText(a.data.name, b.data.name)),
    themes: entriesOf(records, 'theme').toSorted((a, b) => byText(a.data.label, b.data.label)),
    terms: entriesOf(records, 'term').toSorted((a, b) => byText(a.data.term, b.data.term)),
    essays: entriesOf(records, 'essay').toSorted((a, b) => a.data.order - b.data.order),
    corrections,
    findings: listOwned(decisions, ({ data }) => data.findings),
  };
  const addresses = listAddresses(linked);
  const published = new Set(addresses.map(({ path, fragment }) => toAddress(path, fragment)));
  const { permalinks, problems: replayed } = replayPermalinks(folder.permalinks, (address) => published.has(address));
  const ledger = { file: folder.permalinks[0]?.file ?? '', addresses, corrections, targets, urlOf };

  // What a note in a decision's text mentions, the decision mentions.
  const mentioners = [
    ...records.map(({ kind, id, file, references }) => ({ kind: kind === 'text' ? ('decision' as const) : kind, id, file, references })),
    ...allSources.map((source) => ({ ...source, kind: 'source' as const })),
  ];
  const broken = resolveReferences([...mentioners, ...checks, ...captures], targets, folder.faulty);
  const whole = broken.length === 0 && folder.faulty.length === 0;
  const claimTests = whole ? testClaims(claims, payments, events, targets) : { results: new Map(), problems: [] };
  const problems = sortProblems([
    ...folder.problems,
    ...duplicates,
    ...broken,
    ...checkAnchors(records),
    ...checkDecisions(decisions, targets),
    ...(whole ? [...checkLineages(recommendations, decisions, targets), ...checkSpans(records, events, targets)] : []),
    ...checkSuccession(linked.bodies, targets),
    ...claimTests.problems,
    ...checkQuotes(quotes, targets),
    ...checkConflicts(conflicts, quotes, targets),
    ...checkQuoteAddresses(quotes, targets),
    ...checkPartNames(targets),
    ...checkTexts(texts, quotes, targets, folder.faulty),
    // A record that could not be read would look like one that is gone.
    ...(folder.problems.length > 0 ? [] : [...replayed, ...checkPermalinks(permalinks, ledger)]),
  ]);
  if (problems.length > 0 || !settings) return { archive: undefined, problems, targets, published: { addresses, permalinks } };

  const archive: Archive = {
    ...linked,
    settings,
    access,
    partOf,
    parts,
    addresses,
    permalinks,
    lineages: buildLineages(recommendations, new Map(decisions.map(({ id, data }) => [id, data.date]))),
    claimResults: claimTests.results,
    labels: buildLabels({ ...linked, settings }),
    mentions: buildMentions(mentioners),
    uses: buildUses(
      records.filter((record) => isKind(record, 'decision')),
      linked,
    ),
    conflictsByTarget: buildConflictMarks(conflicts),
  };
  return { archive, problems, targets, published: { addresses, permalinks } };
}
