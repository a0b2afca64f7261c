import { processWide } from '../graph/process-wide.ts';
import type { Manifest, Output } from './manifest.ts';
import { type Part, readPart } from './part.ts';

/** A built site: its folder, and what it was made from. */
export interface MadeSite {
  folder: string;
  manifest: Manifest;
}

/** What the steps of one build tell one another. */
export interface BuildSession {
  /** The site from which what has not changed is taken. */
  previous?: MadeSite | undefined;
  /** What the folder of this build held when it began: an older site, whose files are there already. */
  begun?: MadeSite | undefined;
  /** Every output of this build so far, by file, made now or earlier. */
  outputs: Map<string, Output>;
  /** The part of the site that this build makes; all of it where there is none. */
  part?: Part | undefined;
  /** The names of its share cards among those that are kept. */
  cards: string[];
  /** How many outputs were made, and how many were as before; how many shards the search has, and how many of them were indexed. */
  counts: { rendered: number; skipped: number; written: number; left: number; shards: number; indexed: number };
}

export const getSession = (): BuildSession =>
  processWide<BuildSession>('session', () => ({
    part: readPart(),
    outputs: new Map(),
    cards: [],
    counts: { rendered: 0, skipped: 0, written: 0, left: 0, shards: 0, indexed: 0 },
  }));
