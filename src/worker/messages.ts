/** A decision that a reader keeps, with every page that belongs to it. */
export interface KeptDecision {
  title: string;
  /** The decision's own page first. */
  paths: readonly string[];
}

/** What a page asks of the worker. */
export type Question =
  | { ask: 'origin' }
  | { ask: 'holding' }
  | { ask: 'keep'; decision: KeptDecision }
  | { ask: 'release'; path: string }
  | { ask: 'forget-visited' }
  | { ask: 'search'; words: readonly string[] };

/** Why a page was read from the device: there was no connection, the site took too long, or it answered with an error. */
export type HeldReason = 'offline' | 'slow' | 'failed';

/** Where a page came from. */
export interface Origin {
  reason: HeldReason | undefined;
  /** The digest of the page, where it is known. */
  digest: string | undefined;
  asOf: string;
  /** When the site last answered this device, in milliseconds. */
  answered: number | undefined;
}

/** What a device holds. */
export interface Holding {
  asOf: string;
  whole: boolean;
  files: number;
  bytes: number;
  answered: number | undefined;
  kept: readonly KeptDecision[];
  /** Paths of the pages held because they were visited. */
  visited: readonly string[];
}

export interface HeldPassage {
  path: string;
  title: string;
  excerpt: string;
}

export interface Answers {
  origin: Origin;
  holding: Holding;
  keep: { fault: string | undefined };
  release: true;
  'forget-visited': true;
  search: readonly HeldPassage[];
}

/** What the worker tells every page when a new edition is in force. `digest` is that of the page there. */
export interface Published {
  say: 'published';
  digest: string | undefined;
}
