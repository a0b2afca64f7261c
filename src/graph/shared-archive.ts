import { ContentError } from '../compile/problem.ts';
import type { Archive } from './archive.ts';
import { loadArchive } from './load-archive.ts';

// The pages are bundled apart from the command and the integrations, so of this module each has its own; they share the process.
const SHARED = Symbol.for('upheld:archive');

/** Lets every part of this process use one linked archive; a build loads it once. */
export const shareArchive = (archive: Archive): boolean => Reflect.set(globalThis, SHARED, archive);

/** The archive that this process shares; where it shares none, as in development, what the content is now. Throws with the problems. */
export function getArchive(root: string): Archive {
  const shared = Reflect.get(globalThis, SHARED) as Archive | undefined;
  if (shared) return shared;
  const { archive, problems } = loadArchive(root);
  if (!archive) throw new ContentError(problems);
  return archive;
}
