import { listCalls } from '../compile/segments.ts';
import type { Archive, Entry, SourceEntry } from './archive.ts';

/** What an essay stands on, and its place among the others. */
export interface EssayRecord {
  /** The sources it cites, each once, in the order of the archive. */
  sources: SourceEntry[];
  previous: Entry<'essay'> | undefined;
  next: Entry<'essay'> | undefined;
}

export function buildEssayRecord({ essays, sources }: Pick<Archive, 'essays' | 'sources'>, essay: Entry<'essay'>): EssayRecord {
  const cited = new Set(listCalls(essay.segments).flatMap(({ name, props }) => (name === 'Cite' ? [props['id']] : [])));
  const here = essays.findIndex(({ id }) => id === essay.id);
  return { sources: sources.filter(({ id }) => cited.has(id)), previous: essays[here - 1], next: essays[here + 1] };
}
