import { digestValue } from './build/digest-value.ts';
import { defineObject, defineRead, defineReads } from './build/reads.ts';
import { watchTexts } from './build/watch-texts.ts';
import { openCitations } from './exports/citations.ts';
import { openPageExports } from './exports/page-exports.ts';
import type { Publication } from './exports/publication.ts';
import { toPassageUrl } from './exports/text-fragment.ts';
import { toSeen } from './graph/addresses.ts';
import type { Entry, PersonEntry, QuoteEntry } from './graph/archive.ts';
import { getById } from './graph/find-by-id.ts';
import { later } from './graph/later.ts';
import { FULL, isPlacedByList, type ListKind } from './graph/list-parts.ts';
import { groupMentions } from './graph/mention-groups.ts';
import { totalPayments } from './graph/money.ts';
import { openPageGraph } from './graph/page-graph.ts';
import { listPagePermalinks } from './graph/page-permalinks.ts';
import { facetPath, listAllFacets } from './graph/quote-facets.ts';
import { getArchive } from './graph/shared-archive.ts';
import { keyOf } from './graph/targets.ts';
import { listAllTimelineFacets, timelineFacetPath } from './graph/timeline-facets.ts';
import { urlOnOnePage } from './graph/urls.ts';
import type { TargetKind } from './schema/reference.ts';

/*
 * The one door between the pages and the content. A build renders a page again only where something that the page read here, or
 * was given by its route, is otherwise than in the last build; so
 * - pages and components read the archive through this module alone, while they render: nothing is read while a module loads, and
 *   nothing that was read is kept in a variable of a module;
 * - going through a whole list (`archive.events`) makes a page depend on every record in it. That is right for a page that lists
 *   them. A page of one record asks by id; where no function here answers, add one: a function of strings and the archive, whose
 *   answer holds what the page needs and not much more, and which finds it without going through the archive;
 * - the text of a record (`segments`, `anchors`) counts apart from its data;
 * - a route gives its paths through `toPaths`.
 */

const whole = getArchive(process.cwd());

watchTexts([
  ...whole.decisions,
  ...whole.events,
  ...whole.bodies,
  ...whole.families,
  ...whole.themes,
  ...whole.terms,
  ...whole.conflicts,
  ...whole.claims,
  ...whole.essays,
  ...whole.corrections,
] satisfies Entry[]);

/** The linked archive. Whoever reads one of its lists or maps depends on all that is in it. */
export const archive = defineObject('archive', whole);

/** Where this build will be published. */
export const publication: Publication = { site: import.meta.env.SITE, base: import.meta.env.BASE_URL };

/** The paths of a route, each with the digest by which a build knows whether what it gives its page has changed. */
export const toPaths = <P extends Record<string, string | undefined>, Q extends object>(paths: readonly { params: P; props: Q }[]) =>
  paths.map(({ params, props }) => ({ params, props, cacheKey: digestValue(props) }));

const byId = <T extends { id: string }>(kind: string, entries: readonly T[]) =>
  defineRead(kind, (id: string) => getById(entries, kind, id));

export const getDecision = byId('decision', whole.decisions);
export const getEvent = byId('event', whole.events);
export const getBody = byId('body', whole.bodies);
export const getPerson = byId('person', whole.persons);
export const getSource = byId('source', whole.sources);
export const getQuote = byId('quote', whole.quotes);
export const getRecommendation = byId('recommendation', whole.recommendations);
export const getTerm = byId('term', whole.terms);

const graph = defineReads(openPageGraph(whole));

export const {
  findingsOf,
  recommendationsOf,
  paymentsOf,
  textsOf,
  eventsOf,
  personsOfFamily,
  membersOf,
  passagesOf,
  countsOf,
  sourceRecordOf,
  shelfOf,
  quotesBeside,
  eventsBeside,
  bodyRecordOf,
  successionOf,
  themeRecordOf,
  essayRecordOf,
  findCorrection,
} = graph;

/** The persons of the families of these decisions and persons; what is neither is passed over. */
export const personsOf = (subjects: readonly string[]): PersonEntry[] =>
  [...new Set(subjects.flatMap((id) => graph.familyOf(id) ?? []))].flatMap(personsOfFamily);

const exported = openPageExports(whole, publication);
const exports = defineReads(exported);

export const {
  citableOf,
  archiveCard,
  cardOf,
  searchRecordOf,
  filterValues,
  siteJsonLd,
  decisionJsonLd,
  eventJsonLd,
  essayJsonLd,
  quoteJsonLd,
  datasetJsonLd,
  feedOf,
  dataFiles,
} = exports;

/** The content of a file under /data/; a route that gives its digest need not be told that it was read. */
export const { dataContent, addressOf } = exported;

/** Cites one record in every style. */
export const cite = openCitations(process.cwd());

/** An address within the site as a page must write it: with the base path. */
export const toHref = (path: string): string => `${base}${path}`;

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a record. Where no list decides it, it follows from the id and is no answer of the archive’s. */
export const hrefOf = (kind: TargetKind, id: string): string =>
  toHref(isPlacedByList(kind) ? archive.urlOf(kind, id) : urlOnOnePage(kind, id));

/** The words by which a record is called in a link; undefined where there is none. */
export const findLabel = defineRead('label', (kind: TargetKind, id: string) => whole.labels.get(keyOf(kind, id)));

/** The words by which a record is called in a link. */
export function labelOf(kind: TargetKind, id: string): string {
  const label = findLabel(kind, id);
  if (label === undefined) throw new Error(`There is no ${kind} "${id}" in the archive`);
  return label;
}

export const conflictsAt = defineRead('conflicts', (kind: TargetKind, id: string) => whole.conflictsByTarget.get(keyOf(kind, id)) ?? []);
export const mentionsOf = defineRead('mentions', (kind: TargetKind, id: string) => whole.mentions.get(keyOf(kind, id)) ?? []);
export const mentionGroupsOf = defineRead('mentionGroups', (kind: TargetKind, id: string) => groupMentions(whole, kind, id));
export const claimResultsOf = defineRead('claimResults', (id: string) => whole.claimResults.get(id) ?? []);

/** The sum of the payments of one decision, from one body, to one person; an empty string stands for any. */
export const totalOf = defineRead('total', (decision: string, payer: string, payee: string) =>
  totalPayments(whole.payments, {
    decisions: decision === '' ? undefined : [decision],
    payer: payer || undefined,
    payee: payee || undefined,
  }),
);

const permalinksByPath = later(() => listPagePermalinks(whole));

/** What the page at a path of this site owes to the addresses that it has and had; `pathname` as Astro gives it, with base. */
export const permalinksOf = defineRead(
  'permalinks',
  (pathname: string) => permalinksByPath().get(pathname.slice(base.length)) ?? { addresses: [], gone: [], changes: [] },
);

// In a long archive a decision's own page is the list of its quotations and events; what was published stays.
const isKept = (kind: string, path: string) =>
  kind !== 'decision' || whole.decisions.length <= FULL || whole.permalinks.byAddress.has(path);

/** The ways in which the quotations are listed, and the values of each. */
export const listQuoteFacets = defineRead(
  'quoteFacets',
  later(() => listAllFacets(whole).filter(({ kind, value }) => isKept(kind, facetPath(kind, value)))),
);

/** The ways in which the timeline is narrowed, and the values of each. */
export const listTimelineFacets = defineRead(
  'timelineFacets',
  later(() => listAllTimelineFacets(whole).filter(({ kind, value }) => isKept(kind, timelineFacetPath(kind, value)))),
);

/** Whether the events of a decision have a page of their own on the timeline. */
export const hasTimeline = defineRead('hasTimeline', (decision: string) => isKept('decision', timelineFacetPath('decision', decision)));

/** The pages of a list as a route writes them: its own, then one for each of its parts. */
export const listPartPages = (kind: ListKind) =>
  toPaths([undefined, ...(archive.parts.get(kind) ?? [])].map((part) => ({ params: { part }, props: { part } })));

const lists = {
  event: whole.events,
  recommendation: whole.recommendations,
  payment: whole.payments,
  person: whole.persons,
  correction: whole.corrections,
};
const partsByList = later(() => {
  const cut = <T extends { id: string }>(kind: ListKind, list: readonly T[]) => Map.groupBy(list, ({ id }) => whole.partOf(kind, id) ?? '');
  return {
    event: cut('event', lists.event),
    recommendation: cut('recommendation', lists.recommendation),
    payment: cut('payment', lists.payment),
    person: cut('person', lists.person),
    correction: cut('correction', lists.correction),
  };
});
const readPart = defineRead('part', (kind: ListKind, part: string) => partsByList()[kind].get(part) ?? []);

/** The records of a list that stand in one part of it; on the list’s own page where no part is named. */
export const listPart = <K extends ListKind>(kind: K, part = '') => readPart(kind, part) as (typeof lists)[K];

/** The place of a quotation, in words that stand away from this site. */
export const placeOf = ({ id }: QuoteEntry): string => exports.quotePlaceOf(id);

/** A quotation as text that can stand anywhere; its address tells which words were seen. */
export function quoteTextOf({ id }: QuoteEntry): string {
  const hash = permalinksOf(hrefOf('quote', id)).addresses.find(({ fragment }) => fragment === '')?.hash;
  return exports.quoteTextAt(id, `${addressOf('quote', id)}${hash ? `?seen=${toSeen(hash)}` : ''}`);
}

/** Where the words of a quotation stand on the page of a source, if a browser can go to words there. */
export function passageUrlOf({ data }: QuoteEntry, source: string): string | undefined {
  const { URL: page } = getSource(source).data;
  return page && !/\.pdf$/i.test(page) ? toPassageUrl(page, data.text, graph.heldParagraphsOf(source)) : undefined;
}
