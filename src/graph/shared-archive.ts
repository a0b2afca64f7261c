import { ContentError } from '../compile/problem.ts';
import type { Archive } from './archive.ts';
import { loadArchive, type LoadedArchive } from './load-archive.ts';

type Linked = Pick<LoadedArchive, 'archive' | 'problems'>;

// The pages are bundled apart from the command and the integrations, so of this module each has its own; they share the process.
const SHARED = Symbol.for('upheld:archive');

/** Lets every part of this process use one linked archive, loaded when it is first asked for; a build loads it once. */
export function shareArchive(load: () => Linked): void {
  let loaded: Linked | undefined;
  Reflect.set(globalThis, SHARED, () => (loaded ??= load()));
}

/** The archive that this process shares; where it shares none, what the content is now. Throws with the problems. */
export function getArchive(root: string): Archive {
  const shared = Reflect.get(globalThis, SHARED) as (() => Linked) | undefined;
  const { archive, problems } = shared ? shared() : loadArchive(root);
  if (!archive) throw new ContentError(problems);
  return archive;
}
