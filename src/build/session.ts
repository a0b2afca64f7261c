import { processWide } from '../graph/process-wide.ts';
import type { Manifest, Output } from './manifest.ts';

/** What the steps of one build tell one another. */
export interface BuildSession {
  /** An earlier site from which what has not changed is taken, with what it was made from. */
  previous?: { folder: string; manifest: Manifest } | undefined;
  /** Every output of this build that was rendered, now or earlier. */
  outputs: Output[];
  counts: { rendered: number; reused: number };
}

export const getSession = (): BuildSession =>
  processWide<BuildSession>('session', () => ({ outputs: [], counts: { rendered: 0, reused: 0 } }));
