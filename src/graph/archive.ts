import type { Anchor } from '../compile/body.ts';
import type { Segment } from '../compile/segments.ts';
import type { Coverage } from '../compile/sentences.ts';
import type { Finding, Payment, Recommendation } from '../schema/decision.ts';
import type { DataOf, Kind } from '../schema/kinds.ts';
import type { Check, Quote } from '../schema/quote.ts';
import type { TargetKind } from '../schema/reference.ts';
import type { AccessResults } from '../schema/access.ts';
import type { Settings } from '../schema/settings.ts';
import type { Source } from '../schema/source.ts';
import type { Address } from './addresses.ts';
import type { ListPlaces } from './list-parts.ts';
import type { Total } from './money.ts';
import type { OutstandingSpan, Standing } from './outstanding.ts';
import type { Permalinks } from './permalinks.ts';
import type { TextEntry } from './texts.ts';
import type { UrlOf } from './urls.ts';

/** Kinds whose records are published under an id of their own; a decision’s text is part of its decision. */
export type PublishedKind = Exclude<Kind, 'text'>;

/** A record of one `.mdx` file, linked. */
export interface Entry<K extends Kind = Kind> {
  kind: K;
  id: string;
  file: string;
  data: DataOf<K>;
  segments: Segment[];
  anchors: Anchor[];
  /** Of an essay: how its sentences are tied to the record. */
  coverage?: Coverage;
}

/** A finding, recommendation or payment with the decision it belongs to; `id` is whole. */
export interface OwnedEntry<T> {
  id: string;
  decision: string;
  data: T;
}

export interface QuoteEntry {
  id: string;
  /** The decision or source that the quotation belongs to. */
  owner: { kind: 'decision' | 'source'; id: string };
  data: Quote;
  checks: Check[];
  /** The best result of any check, against the official text first. */
  checked: CheckLevel;
  /** Persons whose letters stand in the words, by whole id. */
  persons: string[];
}

/** How far a quotation was checked, in one word. */
export const checkLevels = ['verified', 'misplaced', 'secondary-only', 'not-found', 'not-read'] as const;
export type CheckLevel = (typeof checkLevels)[number];

export interface PersonEntry {
  id: string;
  family: string;
  data: DataOf<'family'>['persons'][number];
}

export interface SourceEntry {
  id: string;
  data: Source;
}

/** One step in the life of a recommendation, across every decision that made it again. */
export interface LineageStep {
  recommendation: string;
  decision: string;
  /** When; for a request without a date that of its decision. */
  date: string | undefined;
  state: Recommendation['history'][number];
}

/** A recommendation and all that repeat it, from the first made to the last. */
export interface Lineage {
  id: string;
  recommendations: string[];
  steps: LineageStep[];
  /** The times for which it stood open, in order. */
  spans: OutstandingSpan[];
  standing: Standing;
}

/** Where something is mentioned: the record that mentions it. */
export interface Mention {
  kind: TargetKind;
  id: string;
}

export interface ClaimResult {
  label: string;
  fits: boolean;
  /** The computed sum, or days; one of the two, and neither where a reading is asked for that no payment stands in. */
  total?: Total;
  days?: { fewest: number; most: number | null; doubtful: boolean };
}

/** Some of the lists of an archive, or shorter ones in the same order. */
export type Lists<K extends keyof Archive> = { readonly [P in K]: Archive[P] extends (infer T)[] ? readonly T[] : Archive[P] };

/** The whole record: linked, derived and ready to print. Everything in it is in its printing order. */
export interface Archive {
  settings: Settings;
  /** What came of the checks of accessibility on these pages; undefined where no run of them is recorded. */
  access: AccessResults | undefined;
  /** Where each thing is: its one address, without origin and base. */
  urlOf: UrlOf;
  /** The part of its list that a record stands in; undefined for one on the list’s own page. */
  partOf: ListPlaces['partOf'];
  /** The parts of each list that does not fit one page. */
  parts: ListPlaces['parts'];
  decisions: Entry<'decision'>[];
  /** The official texts that are held, whether or not they may be published. */
  texts: TextEntry[];
  events: Entry<'event'>[];
  bodies: Entry<'body'>[];
  families: Entry<'family'>[];
  themes: Entry<'theme'>[];
  terms: Entry<'term'>[];
  conflicts: Entry<'conflict'>[];
  claims: Entry<'claim'>[];
  essays: Entry<'essay'>[];
  corrections: Entry<'correction'>[];
  sources: SourceEntry[];
  persons: PersonEntry[];
  findings: OwnedEntry<Finding>[];
  recommendations: OwnedEntry<Recommendation>[];
  payments: OwnedEntry<Payment>[];
  quotes: QuoteEntry[];
  lineages: Lineage[];
  claimResults: Map<string, ClaimResult[]>;
  /** Every target by `kind:id`, with its label. */
  labels: Map<string, string>;
  mentions: Map<string, Mention[]>;
  /** What uses a quotation or a theme and is no mention by another record, by `kind:id`: parts of decisions, and their accounts. */
  uses: Map<string, Mention[]>;
  conflictsByTarget: Map<string, Entry<'conflict'>[]>;
  /** Every address that the content publishes, in the order of its pages. */
  addresses: Address[];
  /** What became of every address ever published. */
  permalinks: Permalinks;
}
