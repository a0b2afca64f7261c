import { hash as digest } from 'node:crypto';
import { linkSync, mkdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { later } from '../graph/later.ts';
import type { Output } from './manifest.ts';
import { isInPart } from './part.ts';
import { type BuildSession, getSession } from './session.ts';

/** Whether a file is as it was when it was made. */
export function isAsMade(site: string, { file, size, mtimeMs }: Output): boolean {
  const now = statSync(join(site, file), { throwIfNoEntry: false });
  return now?.size === size && now.mtimeMs === mtimeMs;
}

/** Gives a file of a site other words. A page may be shared with the published site, so a new file takes its place. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const partial = `${path}.partial`;
  writeFileSync(partial, content);
  renameSync(partial, path);
}

/** Removes a file of a site, and the folders that it leaves empty. */
function removeFile(site: string, file: string): void {
  rmSync(join(site, file), { force: true });
  try {
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) rmdirSync(join(site, folder));
  } catch {
    // A folder that holds something else stays.
  }
}

/** What the outputs of the site that is built in `site` are made of. */
export interface Outputs {
  /** The output of the last build at this file. */
  findLast: (file: string) => Output | undefined;
  /** Takes an output of the last build as it is; false where its file is not as it was made. */
  take: (output: Output) => boolean;
  /** Makes room for a file that is going to be written. */
  clear: (file: string) => void;
  /** Writes a file of this part now, or takes that of the last build where the same was given for it or came of it. */
  write: (file: string, key: string, make: () => string | Uint8Array) => void;
  /** Enters an output whose file was written. */
  enter: (output: Omit<Output, 'size' | 'mtimeMs'>) => void;
  /** Removes what the folder held from an older site and no output is any more. */
  sweep: () => void;
}

export const digestContent = (content: string | Uint8Array): string => digest('sha256', content, 'base64url');

export function openOutputs(site: string, session: BuildSession = getSession()): Outputs {
  const byFile = (outputs: readonly Output[] = []) => new Map(outputs.map((output) => [output.file, output]));
  const last = later(() => byFile(session.previous?.manifest.outputs));
  const begun = later(() => byFile(session.begun?.manifest.outputs));
  const made = new Set<string>();

  const makeFolder = (folder: string) => {
    if (!made.has(folder)) mkdirSync(join(site, folder), { recursive: true });
    made.add(folder);
  };
  const clear = (file: string) => {
    if (begun().has(file)) rmSync(join(site, file), { force: true });
  };
  const take = (output: Output): boolean => {
    const here = begun().get(output.file);
    if (here?.hash === output.hash && isAsMade(site, here)) {
      const { size, mtimeMs } = here;
      session.outputs.set(output.file, { ...output, size, mtimeMs });
      return true;
    }
    const { previous } = session;
    if (!previous || previous.folder === site || !isAsMade(previous.folder, output)) return false;
    clear(output.file);
    makeFolder(dirname(output.file));
    linkSync(join(previous.folder, output.file), join(site, output.file));
    session.outputs.set(output.file, output);
    return true;
  };
  const enter: Outputs['enter'] = (output) => {
    const { size, mtimeMs } = statSync(join(site, output.file));
    session.outputs.set(output.file, { ...output, size, mtimeMs });
  };
  return {
    findLast: (file) => last().get(file),
    take,
    clear,
    enter,
    write(file, key, make) {
      if (session.part && !isInPart(session.part, file)) return;
      const known = last().get(file);
      if (known?.key === key && take(known)) {
        session.counts.left += 1;
        return;
      }
      const content = make();
      const hash = digestContent(content);
      // The output itself, and no copy: by it describeSite tells what is shared with the site before.
      if (known?.hash === hash && take(Object.assign(known, { key }))) {
        session.counts.left += 1;
        return;
      }
      clear(file);
      makeFolder(dirname(file));
      writeFileSync(join(site, file), content);
      enter({ file, key, reads: [], hash });
      session.counts.written += 1;
    },
    sweep() {
      for (const file of begun().keys()) if (!session.outputs.has(file)) removeFile(site, file);
    },
  };
}
