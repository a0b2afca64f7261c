import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { listSiteFiles } from '../../src/integrations/checksums.ts';
import { type HostAnswers, toNginxMaps } from '../../src/integrations/host-redirects.ts';
import { precompress } from '../../src/integrations/precompress.ts';
import { programs, type RunningServer, type ServerName, startServer } from './start-servers.ts';

export interface ServedCopy {
  site: string;
  /** The files of the site itself, without packed copies and what is for hosts alone. */
  files: string[];
  read: (file: string) => Buffer;
  /** The origin of a server; a test of one that is not installed is skipped, so that nothing is said to be shown. */
  originOf: (name: ServerName, skip: TestContext['skip']) => string;
  remove: () => Promise<void>;
}

export const toPath = (file: string): string => `/${file}`.replace(/(^|\/)index\.html$/, '$1');

/** Copies a built site, puts packed copies beside its files, and serves it with each of the servers that are installed. */
export async function serveCopy(
  built: string,
  names: readonly ServerName[],
  answers: HostAnswers = { moved: [], withdrawn: [] },
): Promise<ServedCopy> {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'upheld-servers-')));
  const site = join(scratch, 'dist');
  cpSync(built, site, { recursive: true });
  precompress(site);
  const maps = join(scratch, 'maps.conf');
  writeFileSync(maps, toNginxMaps(answers, ''));
  const running = new Map<ServerName, RunningServer>();
  const remove = async () => {
    for (const { stop } of running.values()) await stop();
    rmSync(scratch, { recursive: true, force: true });
  };
  try {
    for (const name of names) {
      const server = await startServer(name, site, join(scratch, programs[name]), maps);
      if (server) running.set(name, server);
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    site,
    files: listSiteFiles(built).filter((path) => !path.startsWith('_')),
    read: (file) => readFileSync(join(site, file)),
    originOf(name, skip) {
      const server = running.get(name);
      return server ? server.origin : skip(`${programs[name]} is not installed`);
    },
    remove,
  };
}
