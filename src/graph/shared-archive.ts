import { ContentError } from '../compile/problem.ts';
import type { Archive } from './archive.ts';
import { loadArchive, type LoadedArchive } from './load-archive.ts';
import { processWide } from './process-wide.ts';

type Linked = Pick<LoadedArchive, 'archive' | 'problems'>;

const getShared = () => processWide<{ load?: () => Linked }>('archive', () => ({}));

/** Lets every part of this process use one linked archive, loaded when it is first asked for; a build loads it once. */
export function shareArchive(load: () => Linked): void {
  let loaded: Linked | undefined;
  getShared().load = () => (loaded ??= load());
}

/** The archive that this process shares; where it shares none, what the content is now. Throws with the problems. */
export function getArchive(root: string): Archive {
  const { archive, problems } = (getShared().load ?? (() => loadArchive(root)))();
  if (!archive) throw new ContentError(problems);
  return archive;
}
